-- parameters: hlc, event_id, person_id
-- columns: none
UPDATE roster
SET enabled = 0, hlc = :hlc, event_id = :event_id
WHERE person_id = :person_id AND (:hlc, :event_id) > (hlc, event_id)
