"""Documents that are XML, but nobody's work."""

from __future__ import annotations

import pytest

from matcher.errors import InvalidRecordError
from matcher.readers.files.xmltree import fields_of, parse_xml


def test_a_tag_has_no_thousands_of_attributes_but_one_may_be_long() -> None:
    few = f'<a k="{"x" * 200_000}" l="1"/>'
    assert parse_xml(few.encode(), "a.xml").get("l") == "1"
    many = "".join(f" k{number}='1'" for number in range(2_500))
    with pytest.raises(InvalidRecordError, match="attributes"):
        parse_xml(f"<b><a{many}/></b>".encode(), "a.xml")


def test_fields_of_one_name_stand_in_their_order() -> None:
    root = parse_xml(b"<a><b>1</b><c>x</c><b><d>2</d></b><b/></a>", "a.xml")
    assert fields_of(root) == {"b": ["1", {"d": "2"}, ""], "c": "x"}
