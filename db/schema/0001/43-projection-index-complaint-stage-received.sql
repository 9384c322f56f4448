CREATE INDEX complaint_by_stage_received ON complaint (stage, received_utc_ms) WHERE voided = 0
