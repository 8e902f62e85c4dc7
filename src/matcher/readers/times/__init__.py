"""Days, periods, lengths of time and working hours, as people write them."""
