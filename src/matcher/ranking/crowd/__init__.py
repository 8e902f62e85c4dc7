"""One ad against everybody: people in columns."""
