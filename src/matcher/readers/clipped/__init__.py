"""Notes in clipped words: clauses without a verb, each told by its own words and read by the grammar of its kind."""
