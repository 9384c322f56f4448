-- parameters: original_no
-- columns: case_id
SELECT case_id
FROM complaint
WHERE original_no = :original_no AND original_no <> ''
ORDER BY voided, case_key
LIMIT 1
