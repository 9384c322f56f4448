-- parameters: case_key
-- columns: case_key, no, opened_utc_ms, reopened, closed_utc_ms, closed_as, on_time, handling_due_utc_ms, handling_stopped_utc_ms, counted_in
SELECT case_key, no, opened_utc_ms, reopened, closed_utc_ms, closed_as, on_time, handling_due_utc_ms, handling_stopped_utc_ms, counted_in
FROM span
WHERE case_key = :case_key
ORDER BY no
