-- parameters: name
-- columns: value
SELECT value FROM meta WHERE name = :name
