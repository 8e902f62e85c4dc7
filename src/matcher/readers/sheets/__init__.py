"""Tables of people: where a header is, what columns mean, and each row as a person."""
