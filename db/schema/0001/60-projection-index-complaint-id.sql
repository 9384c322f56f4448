CREATE INDEX complaint_by_id ON complaint (case_id)
