-- parameters: actor
-- columns: id, actor, case_id, action, sheet, body, started_utc_ms, saved_utc_ms, discarded
SELECT id, actor, case_id, action, sheet, body, started_utc_ms, saved_utc_ms, discarded
FROM draft
WHERE actor = :actor
ORDER BY saved_utc_ms DESC, id
