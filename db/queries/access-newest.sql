-- parameters: limit
-- columns: at_utc_ms, actor, what, reason, case_no
SELECT a.at_utc_ms, a.actor, a.what, a.reason, coalesce(c.case_no, '') AS case_no
FROM access_log a
LEFT JOIN complaint c ON c.case_key = (SELECT min(e.no) FROM event e WHERE e.case_id = a.case_id)
ORDER BY a.no DESC
LIMIT :limit
