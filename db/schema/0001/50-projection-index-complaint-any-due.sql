CREATE INDEX complaint_by_any_due ON complaint (sort_due_utc_ms) WHERE voided = 0
