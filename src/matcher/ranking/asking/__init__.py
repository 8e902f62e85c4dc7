"""What to ask a person and what to do next, by what hangs on it."""
