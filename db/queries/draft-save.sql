-- parameters: id, actor, case_id, action, sheet, body, started_utc_ms, saved_utc_ms, discarded
-- columns: none
INSERT INTO draft (id, actor, case_id, action, sheet, body, started_utc_ms, saved_utc_ms, discarded)
VALUES (:id, :actor, :case_id, :action, :sheet, :body, :started_utc_ms, :saved_utc_ms, :discarded)
ON CONFLICT (id) DO UPDATE SET actor = excluded.actor, case_id = excluded.case_id, action = excluded.action, sheet = excluded.sheet, body = excluded.body, started_utc_ms = excluded.started_utc_ms, saved_utc_ms = excluded.saved_utc_ms, discarded = excluded.discarded
