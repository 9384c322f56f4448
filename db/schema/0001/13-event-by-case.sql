CREATE INDEX event_by_case ON event (case_id)
