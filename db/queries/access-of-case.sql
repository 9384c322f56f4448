-- parameters: case_id, limit
-- columns: at_utc_ms, actor, what, reason
SELECT at_utc_ms, actor, what, reason
FROM access_log
WHERE case_id = :case_id
ORDER BY no DESC
LIMIT :limit
