"""Documents as lines of text, and lines of text as sections under headings."""
