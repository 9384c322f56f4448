-- parameters: field, value, uses
-- columns: none
INSERT INTO usage (field, value, uses)
VALUES (:field, :value, :uses)
ON CONFLICT (field, value) DO UPDATE SET uses = usage.uses + excluded.uses
