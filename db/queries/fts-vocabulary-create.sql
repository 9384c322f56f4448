-- parameters: none
-- columns: none
CREATE VIRTUAL TABLE IF NOT EXISTS temp.fts_vocabulary USING fts5vocab('main', 'fts', 'row')
