"""Phrases of lexicons found in text: how they are written, the plain scanner, and the one with compiled loops."""
