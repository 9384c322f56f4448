-- parameters: case_id, kept_kind
-- columns: none
UPDATE event
SET salt = x'', body = x'', state = 'erased'
WHERE case_id = :case_id AND kind <> :kept_kind
