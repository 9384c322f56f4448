CREATE INDEX span_by_stopped ON span (handling_stopped_utc_ms, handling_due_utc_ms, opened_utc_ms, case_key) WHERE handling_stopped_utc_ms IS NOT NULL
