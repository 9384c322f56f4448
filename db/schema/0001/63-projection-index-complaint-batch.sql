CREATE INDEX complaint_by_batch ON complaint (batch) WHERE batch <> ''
