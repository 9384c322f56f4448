-- Words wait in 16 MiB of memory before they become a segment on disk: an import makes few segments and merges little.
INSERT INTO fts (fts, rank) VALUES ('hashsize', 16777216)
