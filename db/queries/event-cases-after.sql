-- parameters: chain, seq, hlc
-- columns: case_id
SELECT DISTINCT late.case_id
FROM event late INDEXED BY event_by_seq
WHERE late.chain = :chain
    AND late.seq > :seq
    AND late.case_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM event known WHERE known.case_id = late.case_id AND known.hlc <= :hlc)
