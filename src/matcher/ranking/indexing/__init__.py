"""An index: ads and people laid out in columns once, stored, changed and opened."""
