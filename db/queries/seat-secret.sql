-- parameters: chain
-- columns: sign_secret
SELECT sign_secret FROM seat WHERE chain = :chain
