-- parameters: none
-- columns: name, value, hlc
SELECT name, value, hlc FROM config ORDER BY name
