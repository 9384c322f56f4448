-- parameters: none
-- columns: case_id, first_no
SELECT case_id, min(no) AS first_no
FROM event
WHERE case_id IS NOT NULL
GROUP BY case_id
ORDER BY min(no)
