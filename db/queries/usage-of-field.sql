-- parameters: field
-- columns: value, uses
SELECT value, uses FROM usage WHERE field = :field AND uses > 0
