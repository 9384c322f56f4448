-- Full text as bigrams made by the program; contentless: the words are here, the text is in the events.
CREATE VIRTUAL TABLE fts USING fts5(body, content = '', columnsize = 0, tokenize = 'ascii')
