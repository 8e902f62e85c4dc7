"""Where concepts come from: the embedded taxonomy, official ones brought in and read, tables of one's own."""
