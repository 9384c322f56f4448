-- parameters: dimension, from_day, to_day
-- columns: value, received, reopened, closed, declined, withdrawn, on_time, late, overdue_in, overdue_out, worked_min, worked_cases, founded, partly_founded, unfounded, very_satisfied, satisfied, basically_satisfied, dissatisfied, not_rated, repeat_flag, loss_fen
SELECT value,
    sum(received) AS received,
    sum(reopened) AS reopened,
    sum(closed) AS closed,
    sum(declined) AS declined,
    sum(withdrawn) AS withdrawn,
    sum(on_time) AS on_time,
    sum(late) AS late,
    sum(overdue_in) AS overdue_in,
    sum(overdue_out) AS overdue_out,
    sum(worked_min) AS worked_min,
    sum(worked_cases) AS worked_cases,
    sum(founded) AS founded,
    sum(partly_founded) AS partly_founded,
    sum(unfounded) AS unfounded,
    sum(very_satisfied) AS very_satisfied,
    sum(satisfied) AS satisfied,
    sum(basically_satisfied) AS basically_satisfied,
    sum(dissatisfied) AS dissatisfied,
    sum(not_rated) AS not_rated,
    sum(repeat_flag) AS repeat_flag,
    sum(loss_fen) AS loss_fen
FROM tally
WHERE dimension = :dimension AND day BETWEEN :from_day AND :to_day
GROUP BY value
