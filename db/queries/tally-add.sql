-- parameters: dimension, day, value, received, reopened, closed, declined, withdrawn, on_time, late, overdue_in, overdue_out, worked_min, worked_cases, founded, partly_founded, unfounded, very_satisfied, satisfied, basically_satisfied, dissatisfied, not_rated, repeat_flag, loss_fen
-- columns: none
INSERT INTO tally (dimension, day, value, received, reopened, closed, declined, withdrawn, on_time, late, overdue_in, overdue_out, worked_min, worked_cases, founded, partly_founded, unfounded, very_satisfied, satisfied, basically_satisfied, dissatisfied, not_rated, repeat_flag, loss_fen)
VALUES (:dimension, :day, :value, :received, :reopened, :closed, :declined, :withdrawn, :on_time, :late, :overdue_in, :overdue_out, :worked_min, :worked_cases, :founded, :partly_founded, :unfounded, :very_satisfied, :satisfied, :basically_satisfied, :dissatisfied, :not_rated, :repeat_flag, :loss_fen)
ON CONFLICT (dimension, day, value) DO UPDATE
SET received = tally.received + excluded.received,
    reopened = tally.reopened + excluded.reopened,
    closed = tally.closed + excluded.closed,
    declined = tally.declined + excluded.declined,
    withdrawn = tally.withdrawn + excluded.withdrawn,
    on_time = tally.on_time + excluded.on_time,
    late = tally.late + excluded.late,
    overdue_in = tally.overdue_in + excluded.overdue_in,
    overdue_out = tally.overdue_out + excluded.overdue_out,
    worked_min = tally.worked_min + excluded.worked_min,
    worked_cases = tally.worked_cases + excluded.worked_cases,
    founded = tally.founded + excluded.founded,
    partly_founded = tally.partly_founded + excluded.partly_founded,
    unfounded = tally.unfounded + excluded.unfounded,
    very_satisfied = tally.very_satisfied + excluded.very_satisfied,
    satisfied = tally.satisfied + excluded.satisfied,
    basically_satisfied = tally.basically_satisfied + excluded.basically_satisfied,
    dissatisfied = tally.dissatisfied + excluded.dissatisfied,
    not_rated = tally.not_rated + excluded.not_rated,
    repeat_flag = tally.repeat_flag + excluded.repeat_flag,
    loss_fen = tally.loss_fen + excluded.loss_fen
