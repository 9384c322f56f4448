CREATE INDEX span_by_opened ON span (opened_utc_ms, case_key)
