-- parameters: uid, office, office_name, book, sign_key, continues, closed_at_seq, head_seq, head_link, head_hlc, sealed_day
-- columns: none
INSERT INTO chain (uid, office, office_name, book, sign_key, continues, closed_at_seq, head_seq, head_link, head_hlc, sealed_day)
VALUES (:uid, :office, :office_name, :book, :sign_key, :continues, :closed_at_seq, :head_seq, :head_link, :head_hlc, :sealed_day)
