-- parameters: chain, after_seq
-- columns: id, chain, seq, hlc, actor, kind, case_id, salt, body, body_hash, state
SELECT id, chain, seq, hlc, actor, kind, case_id, salt, body, body_hash, state
FROM event
WHERE chain = :chain AND seq > :after_seq
ORDER BY seq, no
