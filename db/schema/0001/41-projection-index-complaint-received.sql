CREATE INDEX complaint_by_received ON complaint (open, received_utc_ms, case_key, kind, category, department, stage, handler) WHERE voided = 0
