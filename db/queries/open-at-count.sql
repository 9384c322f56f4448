-- parameters: at_utc_ms
-- columns: cases
SELECT (SELECT coalesce(sum(uses), 0) FROM usage WHERE field = 'openStays')
    + (SELECT count(*) FROM span WHERE closed_utc_ms >= :at_utc_ms)
    - (SELECT count(*) FROM span WHERE opened_utc_ms >= :at_utc_ms) AS cases
