-- parameters: uid
-- columns: uid, office, office_name, book, sign_key, continues, closed_at_seq, head_seq, head_link, head_hlc, sealed_day
SELECT uid, office, office_name, book, sign_key, continues, closed_at_seq, head_seq, head_link, head_hlc, sealed_day
FROM chain
WHERE uid = :uid
