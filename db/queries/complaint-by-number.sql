-- parameters: case_no
-- columns: case_id
SELECT case_id FROM complaint WHERE case_no = :case_no ORDER BY voided, case_key LIMIT 1
