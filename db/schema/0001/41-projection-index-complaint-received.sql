CREATE INDEX complaint_by_received ON complaint (received_utc_ms, case_key, kind, category, department, stage, handler, open) WHERE voided = 0
