-- parameters: head_seq, head_link, head_hlc, sealed_day, uid
-- columns: none
UPDATE chain
SET head_seq = :head_seq, head_link = :head_link, head_hlc = :head_hlc, sealed_day = :sealed_day
WHERE uid = :uid
