-- parameters: none
-- columns: field, value, uses
SELECT field, value, uses FROM usage WHERE uses <> 0
