-- parameters: match, limit
-- columns: case_no, phone, complainant_name, receiving_unit, category, subcategory, received_utc_ms, reply_utc_ms, closed_utc_ms, open
SELECT c.case_no, c.phone, c.complainant_name, c.receiving_unit, c.category, c.subcategory, c.received_utc_ms, c.reply_utc_ms, c.closed_utc_ms, c.open
FROM fts f
JOIN complaint c ON c.case_key = f.rowid
WHERE fts MATCH :match
ORDER BY f.rowid DESC
LIMIT :limit
