CREATE INDEX span_by_case ON span (case_key, no)
