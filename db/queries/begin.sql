-- parameters: none
-- columns: none
BEGIN IMMEDIATE
