"""Numbers of the arrays that the loops read and write, in the order of their parcels."""

from __future__ import annotations

(
    START, SORT, LAID, ROUND, LEAF_START, LEAF, GAIN_START, GAIN_PLACE, GAIN_POINTS, POINTS, MOST, COUNTED, WORST, TIER,
    TITLE_START, TITLE_BLOCK, TITLE_MOST, TEXT_START, TEXT_ROW, TEXT_VALUE, COMMON, PEAK,
) = range(22)  # fmt: skip
"""Of a plan.

By block: where it begins and its sort (uint32). By place, and for 32 places more: what verdicts can add up to (int16)
and the number of the circumstances (uint16). Where the leaf of each place begins (uint32), and the leaves (int32).
Where the gains of each demand and must begin, their places (uint32) and points (int16). By kind: points (int64, five a
kind), how many groups count (int64). By kind, must and code: points and the worst code (int64). Points by tier (int64).
Where the blocks of each title's term begin, which they are and its greatest weight (int32). Where the postings of each
part and term begin (int64), their places in the part and weights (uint16); by term, whether it is common (uint8) and
its greatest weight (int32).
"""
PLAN = "u4 u4 i2 u2 u4 i4 u4 u4 i2 i8 i8 i8 i8 i8 i4 i4 i4 i8 u2 u2 u1 i4".split()
"""What their numbers are."""

(
    DOTS, TITLES, ABOVE, BOUND, VERDICTS, TEXT, MET, BUCKET, AT, BLOCK, UPPER, RANK, SLOT, ROUNDS, COUNTS,
    KEPT, KEPT_SOFT, KEPT_CODE, HIT, SOME, FLAGS,
) = range(21)  # fmt: skip
"""Of one person's sums.

By block (int32): the likeness of titles to one vector (zeros between people), the greatest likeness (zeros), what lies
above verdicts and circumstances, the bound and 32 of no block. By place, and for 32 places more: what verdicts can add
up to (int16), the likeness of the words added up (int32, zeros). Demands that are met (int32); a histogram (int32). Ads
to be looked at (int32): place, block, bound, the order. By the last bits of a term, where in the person's text it may
stand, plus one (uint8, zeros). Points by circumstances (int32). Five counts (int64). Ads that may be in the list: place
(int32), points but for words (int64), worst code (int32). Words that may be the person's (int32).
Blocks to be looked at (int32), and flags of their ads (uint32).
"""
OWN = "i4 i4 i4 i4 i2 i4 i4 i4 i4 i4 i4 i4 u1 i4 i8 i4 i8 i4 i4 i4 u4".split()
"""What their numbers are."""
