-- parameters: id
-- columns: none
DELETE FROM draft WHERE id = :id
