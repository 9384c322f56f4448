-- parameters: id, chain, seq, hlc, actor, kind, case_id, salt, body, body_hash, state
-- columns: none
INSERT INTO event (id, chain, seq, hlc, actor, kind, case_id, salt, body, body_hash, state)
VALUES (:id, :chain, :seq, :hlc, :actor, :kind, :case_id, :salt, :body, :body_hash, :state)
