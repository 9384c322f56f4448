CREATE INDEX complaint_by_kind_received ON complaint (kind, received_utc_ms) WHERE voided = 0
