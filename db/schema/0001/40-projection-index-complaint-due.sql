CREATE INDEX complaint_by_due ON complaint (open, sort_due_utc_ms, case_key, kind, category, department, stage, handler) WHERE voided = 0
