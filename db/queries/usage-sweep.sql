-- parameters: none
-- columns: none
DELETE FROM usage WHERE uses = 0
