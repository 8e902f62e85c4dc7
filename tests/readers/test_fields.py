from __future__ import annotations

import pytest

from matcher.readers.fields import FieldTally, _table, tally_of


def test_every_leaf_is_used_dropped_or_unknown():
    tally = FieldTally({"a", "b.c"}, {"b.d": "finer", "e": "finer"})
    tally.see({"a": {"x": 1}, "b": {"c": 1, "d": 2, "f": 3}, "e": 4, "g": 5})
    tally.see({"b": [{"d": 1}, {"h": {"i": 1}}], "e": None, "g": []})
    said = {(note.column, note.what) for note in tally.notes("x")}
    assert said == {("b.d, e", "finer (2 records)"), ("b.f, b.h, g", "no field of this format (1 record)")}


def test_empty_values_are_nothing_lost():
    tally = FieldTally(set(), {"a": "why"})
    tally.see({"a": None, "b": "", "c": [], "d": {}})
    assert tally.notes("x") == []


def test_keys_that_are_no_names_are_not_repeated():
    tally = FieldTally({"a.b"}, {})
    tally.see({"Kim Kanariefågel 19900101-0000": 1, "a": {"hej hopp": 1}})
    assert [note.column for note in tally.notes("x")] == ["*, a.*"]


@pytest.mark.parametrize("reader", sorted(_table()))
def test_the_table_has_a_reason_for_every_field_left_out(reader):
    rows = _table()[reader]
    assert any(not why for why in rows.values())
    assert all(path == path.strip() for path in rows)
    assert tally_of(reader).notes("x") == []
