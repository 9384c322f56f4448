CREATE INDEX complaint_by_handler_due ON complaint (handler, open, sort_due_utc_ms) WHERE voided = 0 AND handler <> ''
