-- parameters: pages
-- columns: none
INSERT INTO fts (fts, rank) VALUES ('merge', :pages)
