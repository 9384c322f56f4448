-- parameters: segments
-- columns: none
INSERT INTO fts (fts, rank) VALUES ('usermerge', :segments)
