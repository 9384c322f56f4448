-- So many segments of a size become one.
INSERT INTO fts (fts, rank) VALUES ('usermerge', 16)
