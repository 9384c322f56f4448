-- parameters: none
-- columns: case_id
SELECT case_id
FROM event
WHERE case_id IS NOT NULL
GROUP BY case_id
ORDER BY min(no)
