CREATE INDEX complaint_by_department_due ON complaint (department, open, sort_due_utc_ms, case_key, handler) WHERE voided = 0
