-- parameters: hash, size, have
-- columns: none
INSERT INTO file (hash, size, have)
VALUES (:hash, :size, :have)
ON CONFLICT (hash) DO UPDATE SET have = excluded.have
