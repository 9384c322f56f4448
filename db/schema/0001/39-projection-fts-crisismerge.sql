-- Far away: merging all that waits at once would hold up the save that reaches it.
INSERT INTO fts (fts, rank) VALUES ('crisismerge', 1000)
