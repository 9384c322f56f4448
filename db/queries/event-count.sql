-- parameters: none
-- columns: events
SELECT count(*) AS events FROM event
