-- The last running number drawn per prefix and book.
CREATE TABLE number_book (
    prefix TEXT NOT NULL,
    book TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (prefix, book)
)
