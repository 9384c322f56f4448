CREATE INDEX complaint_by_original_number ON complaint (original_no) WHERE original_no <> ''
