CREATE INDEX complaint_by_waiting_due ON complaint (department, sort_due_utc_ms) WHERE voided = 0 AND open = 1 AND handler = ''
