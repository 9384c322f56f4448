-- parameters: case_id, kind, hash
-- columns: uses
SELECT count(*) AS uses
FROM event
WHERE case_id <> :case_id AND kind = :kind AND instr(CAST(body AS TEXT), :hash) > 0
