-- parameters: person_id, name, department, roles, enabled, hlc, event_id
-- columns: none
INSERT INTO roster (person_id, name, department, roles, enabled, hlc, event_id)
VALUES (:person_id, :name, :department, :roles, :enabled, :hlc, :event_id)
ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, department = excluded.department, roles = excluded.roles, enabled = excluded.enabled, hlc = excluded.hlc, event_id = excluded.event_id
WHERE (excluded.hlc, excluded.event_id) > (roster.hlc, roster.event_id)
