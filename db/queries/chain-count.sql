-- parameters: none
-- columns: chains
SELECT count(*) AS chains FROM chain
