-- parameters: none
-- columns: none
BEGIN
