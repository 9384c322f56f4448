-- parameters: at_utc_ms
-- columns: value, cases
SELECT '' AS value, count(*) AS cases
FROM (
    SELECT * FROM span WHERE closed_utc_ms IS NULL
    UNION ALL
    SELECT * FROM span WHERE closed_utc_ms >= :at_utc_ms
) s
JOIN complaint c ON c.case_key = s.case_key
WHERE s.opened_utc_ms < :at_utc_ms AND s.handling_due_utc_ms < :at_utc_ms
    AND (s.handling_stopped_utc_ms IS NULL OR s.handling_stopped_utc_ms >= :at_utc_ms)
GROUP BY 1
