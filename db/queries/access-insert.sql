-- parameters: at_utc_ms, actor, case_id, what, reason
-- columns: none
INSERT INTO access_log (at_utc_ms, actor, case_id, what, reason)
VALUES (:at_utc_ms, :actor, :case_id, :what, :reason)
