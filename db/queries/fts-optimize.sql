-- parameters: none
-- columns: none
INSERT INTO fts (fts) VALUES ('optimize')
