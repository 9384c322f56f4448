CREATE INDEX span_by_closed ON span (closed_utc_ms, case_key) WHERE closed_utc_ms IS NOT NULL
