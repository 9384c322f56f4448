-- parameters: none
-- columns: case_key
SELECT coalesce(max(case_key), 0) AS case_key FROM complaint
