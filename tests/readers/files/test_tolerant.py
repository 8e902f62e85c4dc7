from __future__ import annotations

import pytest

from matcher.readers.files.tolerant import parse_json, whole_characters


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1,}', {"a": 1}),
        ('[1, 2, ]', [1, 2]),
        (r'{"a": "it\'s"}', {"a": "it's"}),
        ('{"a": "line\nbreak\tand tab"}', {"a": "line\nbreak\tand tab"}),
        ('\ufeff {"a": NaN};', {"a": None}),
    ],
)  # fmt: skip
def test_known_slips_are_mended(text, value):
    assert parse_json(text) == value


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"a" 1}', "[1," * 100_000])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        parse_json(text)


def test_halves_are_replaced_anywhere():
    assert whole_characters({"a\ud800": ["\udc00", 1, None]}) == {"a\ufffd": ["\ufffd", 1, None]}
