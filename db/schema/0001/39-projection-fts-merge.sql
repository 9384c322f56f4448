-- Segments are merged in small steps with every save (fts-merge): by itself the index does the work of 64 saves within one of them.
INSERT INTO fts (fts, rank) VALUES ('automerge', 0)
