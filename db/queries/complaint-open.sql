-- parameters: none
-- columns: case_id
SELECT case_id
FROM complaint
WHERE voided = 0 AND open = 1
UNION ALL
SELECT case_id
FROM complaint
WHERE voided = 0 AND open = 0 AND sort_due_utc_ms < 9007199254740991
