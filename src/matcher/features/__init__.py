"""Features: from records to feature vectors."""
