-- parameters: chain
-- columns: chain, seq, link, at_utc_ms, signature
SELECT chain, seq, link, at_utc_ms, signature
FROM seal
WHERE chain = :chain
ORDER BY seq, at_utc_ms
