-- parameters: case_key, no, opened_utc_ms, reopened, closed_utc_ms, closed_as, on_time, handling_due_utc_ms, handling_stopped_utc_ms, counted_in
-- columns: none
INSERT INTO span (case_key, no, opened_utc_ms, reopened, closed_utc_ms, closed_as, on_time, handling_due_utc_ms, handling_stopped_utc_ms, counted_in)
VALUES (:case_key, :no, :opened_utc_ms, :reopened, :closed_utc_ms, :closed_as, :on_time, :handling_due_utc_ms, :handling_stopped_utc_ms, :counted_in)
