-- parameters: dimension, from_month, to_month
-- columns: value, received, reopened, closed, declined, withdrawn, on_time, late, overdue_in, overdue_out, worked_min, worked_cases, founded, partly_founded, unfounded, very_satisfied, satisfied, basically_satisfied, dissatisfied, not_rated, repeat_flag, loss_fen, due_in, in_24h, in_3_days, in_7_days, over_7_days, special, special_in_3, visited, returned
SELECT value, received, reopened, closed, declined, withdrawn, on_time, late, overdue_in, overdue_out, worked_min, worked_cases, founded, partly_founded, unfounded, very_satisfied, satisfied, basically_satisfied, dissatisfied, not_rated, repeat_flag, loss_fen, due_in, in_24h, in_3_days, in_7_days, over_7_days, special, special_in_3, visited, returned
FROM tally_month
WHERE dimension = :dimension AND month BETWEEN :from_month AND :to_month
