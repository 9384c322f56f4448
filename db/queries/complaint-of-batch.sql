-- parameters: batch
-- columns: case_id
SELECT case_id
FROM complaint
WHERE batch = :batch AND batch <> '' AND voided = 0
ORDER BY case_key
