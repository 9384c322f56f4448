CREATE INDEX complaint_by_category_received ON complaint (category, received_utc_ms) WHERE voided = 0
