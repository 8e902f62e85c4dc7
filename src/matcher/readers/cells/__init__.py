"""What caseworkers write in one cell, a grammar a module; each returns what it is sure of, the rest stays unknown."""
