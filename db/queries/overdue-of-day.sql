-- parameters: day_utc_ms, at_utc_ms
-- columns: kind, category, channel, department, unit, handler, change
SELECT c.kind AS kind, c.category AS category, c.channel AS channel, c.department AS department, c.unit AS unit, c.handler AS handler, s.change AS change
FROM (
    SELECT case_key, 1 AS change FROM span INDEXED BY span_by_due
    WHERE handling_due_utc_ms >= :day_utc_ms AND handling_due_utc_ms < :at_utc_ms AND opened_utc_ms < :at_utc_ms
        AND coalesce(handling_stopped_utc_ms, closed_utc_ms, :at_utc_ms) >= :at_utc_ms
    UNION ALL
    SELECT case_key, 1 FROM span INDEXED BY span_by_opened
    WHERE opened_utc_ms >= :day_utc_ms AND opened_utc_ms < :at_utc_ms AND handling_due_utc_ms < :day_utc_ms
        AND coalesce(handling_stopped_utc_ms, closed_utc_ms, :at_utc_ms) >= :at_utc_ms
    UNION ALL
    SELECT case_key, -1 FROM span INDEXED BY span_by_stopped
    WHERE handling_stopped_utc_ms >= :day_utc_ms AND handling_stopped_utc_ms < :at_utc_ms
        AND handling_due_utc_ms < :day_utc_ms AND opened_utc_ms < :day_utc_ms
    UNION ALL
    SELECT case_key, -1 FROM span INDEXED BY span_by_closed
    WHERE closed_utc_ms >= :day_utc_ms AND closed_utc_ms < :at_utc_ms AND handling_stopped_utc_ms IS NULL
        AND handling_due_utc_ms < :day_utc_ms AND opened_utc_ms < :day_utc_ms
) s
JOIN complaint c ON c.case_key = s.case_key
