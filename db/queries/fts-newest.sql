-- parameters: match, limit
-- columns: case_key, case_id, case_no, original_no, office, kind, channel, category, subcategory, severity, urgency, complainant_name, phone, title, content_brief, receiving_unit, respondent_dept, respondent_person, assigned_dept, department, handler, unit, stage, voided, open, received_utc_ms, reply_utc_ms, closed_utc_ms, result_brief, satisfaction, foundedness, archive_no, remark, clock_id, clock_label, clock_rule, clock_started_utc_ms, due_utc_ms, due_day, provisional, clock_state, clock_stopped_utc_ms, sort_due_utc_ms, repeat_flag, confidential, incomplete, conflict, reopened, batch, event_count, unknown_events, involved, pack, product, cause
SELECT c.case_key, c.case_id, c.case_no, c.original_no, c.office, c.kind, c.channel, c.category, c.subcategory, c.severity, c.urgency, c.complainant_name, c.phone, c.title, c.content_brief, c.receiving_unit, c.respondent_dept, c.respondent_person, c.assigned_dept, c.department, c.handler, c.unit, c.stage, c.voided, c.open, c.received_utc_ms, c.reply_utc_ms, c.closed_utc_ms, c.result_brief, c.satisfaction, c.foundedness, c.archive_no, c.remark, c.clock_id, c.clock_label, c.clock_rule, c.clock_started_utc_ms, c.due_utc_ms, c.due_day, c.provisional, c.clock_state, c.clock_stopped_utc_ms, c.sort_due_utc_ms, c.repeat_flag, c.confidential, c.incomplete, c.conflict, c.reopened, c.batch, c.event_count, c.unknown_events, c.involved, c.pack, c.product, c.cause
FROM fts f
JOIN complaint c ON c.case_key = f.rowid
WHERE fts MATCH :match AND c.voided = 0
ORDER BY f.rowid DESC
LIMIT :limit
