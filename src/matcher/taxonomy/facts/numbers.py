"""Whole numbers in words, Swedish and English, from one to twenty."""

from __future__ import annotations

SWEDISH = (
    "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton",
    "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
)  # fmt: skip
ENGLISH = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBERS: dict[str, int] = {"en": 1} | {word: n for words in (SWEDISH, ENGLISH) for n, word in enumerate(words, 1)}
"""Word → number."""
