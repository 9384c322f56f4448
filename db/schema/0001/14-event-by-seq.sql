CREATE INDEX event_by_seq ON event (chain, seq)
