-- parameters: dimension, month, value, received, reopened, closed, declined, withdrawn, on_time, late, overdue_in, overdue_out, worked_min, worked_cases, founded, partly_founded, unfounded, very_satisfied, satisfied, basically_satisfied, dissatisfied, not_rated, repeat_flag, loss_fen
-- columns: none
INSERT INTO tally_month (dimension, month, value, received, reopened, closed, declined, withdrawn, on_time, late, overdue_in, overdue_out, worked_min, worked_cases, founded, partly_founded, unfounded, very_satisfied, satisfied, basically_satisfied, dissatisfied, not_rated, repeat_flag, loss_fen)
VALUES (:dimension, :month, :value, :received, :reopened, :closed, :declined, :withdrawn, :on_time, :late, :overdue_in, :overdue_out, :worked_min, :worked_cases, :founded, :partly_founded, :unfounded, :very_satisfied, :satisfied, :basically_satisfied, :dissatisfied, :not_rated, :repeat_flag, :loss_fen)
ON CONFLICT (dimension, month, value) DO UPDATE
SET received = tally_month.received + excluded.received,
    reopened = tally_month.reopened + excluded.reopened,
    closed = tally_month.closed + excluded.closed,
    declined = tally_month.declined + excluded.declined,
    withdrawn = tally_month.withdrawn + excluded.withdrawn,
    on_time = tally_month.on_time + excluded.on_time,
    late = tally_month.late + excluded.late,
    overdue_in = tally_month.overdue_in + excluded.overdue_in,
    overdue_out = tally_month.overdue_out + excluded.overdue_out,
    worked_min = tally_month.worked_min + excluded.worked_min,
    worked_cases = tally_month.worked_cases + excluded.worked_cases,
    founded = tally_month.founded + excluded.founded,
    partly_founded = tally_month.partly_founded + excluded.partly_founded,
    unfounded = tally_month.unfounded + excluded.unfounded,
    very_satisfied = tally_month.very_satisfied + excluded.very_satisfied,
    satisfied = tally_month.satisfied + excluded.satisfied,
    basically_satisfied = tally_month.basically_satisfied + excluded.basically_satisfied,
    dissatisfied = tally_month.dissatisfied + excluded.dissatisfied,
    not_rated = tally_month.not_rated + excluded.not_rated,
    repeat_flag = tally_month.repeat_flag + excluded.repeat_flag,
    loss_fen = tally_month.loss_fen + excluded.loss_fen
