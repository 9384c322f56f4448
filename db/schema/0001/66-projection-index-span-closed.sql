CREATE INDEX span_by_closed ON span (closed_utc_ms, case_key)
