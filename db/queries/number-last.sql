-- parameters: prefix, book
-- columns: last
SELECT last FROM number_book WHERE prefix = :prefix AND book = :book
