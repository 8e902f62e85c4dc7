from __future__ import annotations

import pytest

from matcher.errors import ReadError
from matcher.readers.files.source import Source
from matcher.readers.files.xmltext import inner, node_text, records, root_name

JOB = frozenset({"job"})


def read(data: str | bytes) -> list[object]:
    return [node for node, _ in records(Source("a.xml", data.encode() if isinstance(data, str) else data), JOB)]


def test_elements_become_plain_data_by_local_name():
    xml = '<x:jobs xmlns:x="u"><x:job id="7"><t>A</t><t>B</t><d lang="sv">C<e/></d></x:job></x:jobs>'
    assert read(xml) == [{"@id": "7", "t": ["A", "B"], "d": {"@lang": "sv", "e": "", "#": "C"}}]


def test_html_that_nobody_escaped_is_kept_as_markup():
    assert read("<jobs><job><d>Vi <b>söker</b> en<p>kock</p></d></job></jobs>") == [
        {"d": "Vi <b>söker</b> en<p>kock</p>"}
    ]


def test_entities_and_ampersands_are_mended_and_escapes_kept():
    assert read("<jobs><job>&aring; &amp; R&D &amp;ouml; &#228;</job></jobs>") == ["å & R&D &ouml; ä"]


def test_blanks_before_the_declaration_do_no_harm():
    assert read('\ufeff\n  <?xml version="1.0"?><jobs><job>Kock</job></jobs>') == ["Kock"]


def test_a_record_inside_a_record_is_part_of_it():
    assert read("<jobs><job><n>1</n><job>2</job></job></jobs>") == [{"n": "1", "job": "2"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
def test_the_real_encoding_wins_over_the_declared_one(encoding):
    assert read('<?xml version="1.0" encoding="ascii"?><jobs><job>Skötare</job></jobs>'.encode(encoding)) == ["Skötare"]


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY b "bb">]><job>&b;</job>',
        '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><job>&b;</job>',
        '<!DOCTYPE a [<!ELEMENT job ANY>]><job/>',
        "<job>" + "<a>" * 1000,
        "<jobs>" + "<a>" * 100_000 + "</a>" * 100_000 + "</jobs>",
        "<job " + " ".join(f'a{i}="1"' for i in range(50_000)) + "/>",
        "<job>a\0b</job>",
        "no xml at all",
    ],
)  # fmt: skip
def test_hostile_xml_is_refused(xml):
    with pytest.raises(ReadError):
        read(xml)


def test_many_attributes_take_no_time_and_are_cut():
    node = read("<jobs><job " + " ".join(f'a{i}="1"' for i in range(3000)) + "/></jobs>")[0]
    assert isinstance(node, dict)
    assert len(node) < 100


def test_what_stood_before_the_fault_is_given():
    rest = records(Source("a.xml", b"<jobs>\n<job>1</job>\n<job>2</jobs>"), JOB)
    assert next(rest) == ("1", 2)
    with pytest.raises(ReadError, match="line 3"):
        next(rest)


def test_helpers_accept_anything():
    assert root_name(Source("a", b"<!doctype html><html>")) == "html"
    assert root_name(Source("a", b"text")) == ""
    assert node_text(None) == node_text({}) == ""
    assert inner("text", "a") == []
