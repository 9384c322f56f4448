-- parameters: none
-- columns: cases
SELECT count(DISTINCT case_id) AS cases FROM event WHERE case_id IS NOT NULL
