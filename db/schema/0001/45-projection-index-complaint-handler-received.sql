CREATE INDEX complaint_by_handler_received ON complaint (handler, received_utc_ms) WHERE voided = 0 AND handler <> ''
