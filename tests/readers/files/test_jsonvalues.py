from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.readers.files import jsonvalues
from matcher.readers.files.jsonvalues import first_record, json_records
from matcher.readers.files.source import Source

leaves = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=20)
objects = st.dictionaries(
    st.text(max_size=8).filter(lambda key: key not in ("hits", "ads", "annonser", "testannonser", "jobs", "_source")),
    st.recursive(leaves, lambda inner: st.lists(inner, max_size=3), max_leaves=5),
    min_size=1,
    max_size=4,
)


def values(data: bytes) -> list[object]:
    return [item.value for item in json_records(Source("a", data)) if item.problem is None]


def problems(data: bytes) -> list[tuple[int, str]]:
    return [(item.line, item.problem) for item in json_records(Source("a", data)) if item.problem]


@given(st.lists(objects, min_size=1, max_size=5), st.booleans(), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_the_same_records_in_every_layout(records, escaped, encoding):
    texts = [json.dumps(record, ensure_ascii=escaped) for record in records]
    layouts = [
        "\n".join(texts),
        "\r\n\r\n".join(texts) + "\r\n",
        "[" + ",".join(texts) + "]",
        json.dumps(records, ensure_ascii=escaped, indent=2),
        '{"total": {"value": 3}, "hits": [' + ", ".join(texts) + '], "after": {"x": []}}',
        '{"hits": {"total": 1, "hits": [' + ",".join('{"_id": "1", "_source": %s}' % t for t in texts) + "]}}",  # noqa: UP031
    ]
    for layout in layouts:
        assert values(layout.encode(encoding)) == records


@given(st.lists(objects, min_size=2, max_size=4), st.integers(1, 5))
def test_records_before_the_cut_are_kept(records, cut):
    whole = json.dumps(records[0]) + ",\n" + json.dumps(records[1])
    data = ("[" + whole[:-cut]).encode()
    found = values(data)
    assert found[0] == records[0]
    assert problems(data)


def test_unicode_line_ends_inside_a_string_do_not_part_records():
    text = "a\u2028b\u0085c\u2029d\x0be\x0cf"
    data = "\n".join(json.dumps({"id": i, "text": text}, ensure_ascii=False) for i in (1, 2)).encode()
    assert [v["text"] for v in values(data)] == [text, text]


@pytest.mark.parametrize(
    ("data", "ids", "lines"),
    [
        (b'{"id":1}\noops\n{"id":2}', [1, 2], [2]),
        (b'{"id":1}\n{"id": bad}\n{"id":2}\n{"id":', [1, 2], [2, 4]),
        (b'{"id":1}\n{"text":"no end\n{"id":2}', [1, 2], [2]),
        (b'[\n {"id":1},\n {"id":x},\n {"id":2}\n]', [1, 2], [3]),
        (
            b'[\n  {"id":1,\n   "a": [\n    {"b": 1}]},\n  {"id": ,\n   "a": [\n    {"b": 1}]},\n  {"id":2}\n]',
            [1, 2],
            [5],
        ),
        (b'{"hits":[{"id":1},{"id":2},{"i', [1, 2], [1]),
    ],
)  # fmt: skip
def test_one_broken_record_costs_no_other(data, ids, lines):
    assert [v["id"] for v in values(data)] == ids
    assert [line for line, _ in problems(data)] == lines


def test_numbers_that_json_lacks_are_left_out_and_said():
    items = list(json_records(Source("a", b'{"a": NaN, "b": [-Infinity, 1]}\n{"a": 2}')))
    assert [item.value for item in items] == [{"a": None, "b": [None, 1]}, {"a": 2}]
    assert [item.doubt is not None for item in items] == [True, False]


def test_half_characters_become_writable():
    assert values(rb'{"a": "x\ud83d y", "\udc00": "\ud83d\ude00"}') == [{"a": "x\ufffd y", "\ufffd": "😀"}]


@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b'{"a":' * 100_000, b'{"a": ' + b"9" * 10_000 + b"}", b"[[1," * 50_000]
)
def test_depth_and_huge_numbers_are_refused(data):
    assert values(data) == []
    assert problems(data)


def test_a_record_has_a_largest_size_and_its_neighbours_stay(monkeypatch):
    monkeypatch.setattr(jsonvalues, "MAX_RECORD", 1000)
    monkeypatch.setattr(jsonvalues, "_WINDOW", 100)
    data = b'{"id":1}\n{"id":2,"t":"' + b"x" * 5000 + b'"}\n{"id":3}\n'
    assert [v["id"] for v in values(data)] == [1, 3]
    assert [line for line, _ in problems(data)] == [2]


@pytest.mark.parametrize("window", [1, 3, 16])
def test_small_windows_change_nothing(monkeypatch, window):
    monkeypatch.setattr(jsonvalues, "_WINDOW", window)
    records = [{"id": i, "t": "åäö \\n" * 20, "l": [1.5, {"x": None}]} for i in range(5)]
    data = json.dumps(records, ensure_ascii=False, indent=1).encode()
    assert values(data) == records


def test_a_file_of_garbage_ends():
    data = b"\n".join(b"{oops" for _ in range(5000))
    assert values(data) == []
    assert len(problems(data)) <= 1001


def test_where_reading_stops_is_said(monkeypatch):
    monkeypatch.setattr(jsonvalues, "_MAX_BROKEN", 3)
    *_, before, last = json_records(Source("a.jsonl", b'{"id": 1}\n' + b'{"id" 2}\n' * 3 + b'{"id": 3}\n'))
    assert (before.line, last.line, last.problem) == (
        4,
        5,
        "expected JSON; after 3 broken records the rest is not read",
    )


def test_the_first_record_tells_the_format():
    assert first_record(Source("a", b'{"hits": [{"id": 7}]}')) == {"id": 7}
    assert first_record(Source("a", b"{broken\n" + b'{"id": 8}')) == {"id": 8}
    assert first_record(Source("a", b"Kock")) is None
    assert first_record(Source("a", b"[1, 2]")) is None


def test_a_line_cut_inside_a_string_is_told_by_its_own_number():
    cut = b'{"id": "1", "text": "x"}\n{"id": "2", "text": "B-k\n{"id": "3", "text": "y"}\n'
    values = list(json_records(Source("a.jsonl", cut)))
    assert [(v.line, v.problem is None) for v in values] == [(1, True), (2, False), (3, True)]
    open_ended = b'{"id": "1"}\n{"id": "2", \n{"id": "3"}\n'
    assert [(v.line, v.problem is None) for v in json_records(Source("a", open_ended))] == [
        (1, True),
        (2, False),
        (3, True),
    ]
    spread = b'[\n {\n  "id": "1",\n  "list": [\n   {"a": 1},\n   {"a": x}\n  ]\n }\n]'
    assert [v.line for v in json_records(Source("a.json", spread)) if v.problem] == [6]
