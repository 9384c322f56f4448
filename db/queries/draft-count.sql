-- parameters: none
-- columns: drafts
SELECT count(*) AS drafts FROM draft WHERE discarded = 0
