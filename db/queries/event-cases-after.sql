-- parameters: chain, seq, hlc, counted
-- columns: case_id
SELECT DISTINCT late.case_id
FROM event late INDEXED BY event_by_seq
WHERE late.chain = :chain
    AND late.seq > :seq
    AND late.case_id IS NOT NULL
    AND (EXISTS (SELECT 1 FROM event known WHERE known.case_id = late.case_id AND known.hlc <= :hlc)
        OR EXISTS (SELECT 1 FROM complaint c WHERE c.case_key = (SELECT min(own.no) FROM event own WHERE own.case_id = late.case_id) AND c.received_utc_ms < :counted))
