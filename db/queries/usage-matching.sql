-- parameters: field, part, limit
-- columns: value
SELECT value
FROM usage
WHERE field = :field AND uses > 0 AND value <> '' AND (:part = '' OR instr(value, :part) > 0)
ORDER BY instr(value, :part) = 1 DESC, uses DESC, value
LIMIT :limit
