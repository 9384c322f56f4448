-- parameters: at_utc_ms
-- columns: cases
SELECT count(*) AS cases
FROM complaint
WHERE voided = 0 AND open = 1 AND sort_due_utc_ms < :at_utc_ms
