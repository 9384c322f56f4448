CREATE INDEX span_by_due ON span (handling_due_utc_ms, handling_stopped_utc_ms, closed_utc_ms, opened_utc_ms, case_key) WHERE handling_due_utc_ms IS NOT NULL
