-- parameters: rowid, body
-- columns: none
INSERT INTO fts (fts, rowid, body) VALUES ('delete', :rowid, :body)
