-- parameters: case_key
-- columns: none
DELETE FROM span WHERE case_key = :case_key
