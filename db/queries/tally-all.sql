-- parameters: none
-- columns: dimension, day, value, received, reopened, closed, declined, withdrawn, on_time, late, overdue_in, overdue_out, worked_min, worked_cases, founded, partly_founded, unfounded, very_satisfied, satisfied, basically_satisfied, dissatisfied, not_rated, repeat_flag, loss_fen
SELECT dimension, day, value, received, reopened, closed, declined, withdrawn, on_time, late, overdue_in, overdue_out, worked_min, worked_cases, founded, partly_founded, unfounded, very_satisfied, satisfied, basically_satisfied, dissatisfied, not_rated, repeat_flag, loss_fen FROM tally
