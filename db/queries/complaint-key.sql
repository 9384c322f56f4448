-- parameters: case_id
-- columns: case_key, event_count
SELECT case_key, event_count
FROM complaint
WHERE case_key = (SELECT min(no) FROM event WHERE case_id = :case_id)
