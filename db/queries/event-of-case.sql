-- parameters: case_id
-- columns: id, chain, seq, hlc, actor, kind, case_id, salt, body, body_hash, state
SELECT id, chain, seq, hlc, actor, kind, case_id, salt, body, body_hash, state
FROM event
WHERE case_id = :case_id
ORDER BY no
