CREATE INDEX complaint_by_incomplete_due ON complaint (sort_due_utc_ms) WHERE voided = 0 AND open = 1 AND incomplete = 1
