CREATE INDEX complaint_by_any_number ON complaint (case_no)
