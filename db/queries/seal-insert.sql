-- parameters: chain, seq, link, at_utc_ms, signature
-- columns: none
INSERT INTO seal (chain, seq, link, at_utc_ms, signature)
VALUES (:chain, :seq, :link, :at_utc_ms, :signature)
