-- parameters: none
-- columns: hash, size, have
SELECT hash, size, have FROM file ORDER BY hash
