-- parameters: none
-- columns: case_id
SELECT case_id
FROM complaint
WHERE voided = 0 AND open = 1
ORDER BY sort_due_utc_ms, case_key
