-- parameters: rowid, body
-- columns: none
INSERT INTO fts (rowid, body) VALUES (:rowid, :body)
