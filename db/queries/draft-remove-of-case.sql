-- parameters: case_id
-- columns: none
DELETE FROM draft WHERE case_id = :case_id
