-- parameters: none
-- columns: name, value
SELECT name, value FROM meta
