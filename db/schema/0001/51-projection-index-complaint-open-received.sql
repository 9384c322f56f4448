CREATE INDEX complaint_by_open_received ON complaint (open, received_utc_ms) WHERE voided = 0
