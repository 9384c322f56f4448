CREATE INDEX complaint_by_stage_due ON complaint (stage, sort_due_utc_ms) WHERE voided = 0
