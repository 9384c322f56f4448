-- parameters: chain, sign_secret
-- columns: none
INSERT INTO seat (chain, sign_secret)
VALUES (:chain, :sign_secret)
