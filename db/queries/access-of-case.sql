-- parameters: case_id, limit
-- columns: at_utc_ms, actor, what, reason, case_no
SELECT at_utc_ms, actor, what, reason, '' AS case_no
FROM access_log
WHERE case_id = :case_id
ORDER BY no DESC
LIMIT :limit
