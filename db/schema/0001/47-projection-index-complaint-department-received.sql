CREATE INDEX complaint_by_department_received ON complaint (department, received_utc_ms) WHERE voided = 0
