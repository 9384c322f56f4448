-- parameters: prefix, book, last
-- columns: none
INSERT INTO number_book (prefix, book, last)
VALUES (:prefix, :book, :last)
ON CONFLICT (prefix, book) DO UPDATE SET last = excluded.last
