"""CVs in formats with named fields, one module a format; and what these have in common."""
