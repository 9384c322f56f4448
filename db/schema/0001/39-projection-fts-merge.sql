-- Segments are merged in idle moments, or in small steps with a save (indexmerges.h): by itself the index does the work of 64 saves within one of them.
INSERT INTO fts (fts, rank) VALUES ('automerge', 0)
