-- parameters: name, value, hlc, event_id
-- columns: none
INSERT INTO config (name, value, hlc, event_id)
VALUES (:name, :value, :hlc, :event_id)
ON CONFLICT (name) DO UPDATE SET value = excluded.value, hlc = excluded.hlc, event_id = excluded.event_id
WHERE (excluded.hlc, excluded.event_id) > (config.hlc, config.event_id)
