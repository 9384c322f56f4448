-- parameters: none
-- columns: spans
SELECT count(*) AS spans FROM span
