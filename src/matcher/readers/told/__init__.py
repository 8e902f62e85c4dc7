"""What the lines and sentences of a CV or a note say of a person."""
