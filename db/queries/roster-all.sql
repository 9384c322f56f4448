-- parameters: none
-- columns: person_id, name, department, roles, enabled, hlc, event_id
SELECT person_id, name, department, roles, enabled, hlc, event_id FROM roster ORDER BY person_id
