-- parameters: none
-- columns: term, doc, cnt
SELECT term, doc, cnt FROM temp.fts_vocabulary
