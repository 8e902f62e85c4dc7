"""Files made to break a reader are refused in a sentence, or read with what is good in them kept."""

from __future__ import annotations

import json

import pytest

from matcher.errors import MatcherError
from matcher.readers import Source, read_ads

GOOD = b'{"id": "good", "headline": "Kock", "text": "Vi s\xc3\xb6ker en kock."}\n'
LAST = GOOD.replace(b"good", b"last")
DEEP = 100_000


@pytest.mark.parametrize(
    "bad",
    [
        b'{"id": "x", "text": "no end\n',
        b'{"id": "x", "text": ' + b"[" * DEEP + b"}\n",
        b'{"id":' * DEEP + b"\n",
        b'{"id": "x", "text": "' + b"a" * (9 << 20) + b'"}\n',
        b'{"id": ' + b"9" * 10_000 + b"}\n",
        b"\0\0\0\n",
        b"null\n",
        b'"text"\n',
        b"[]\n{}\n",
        b'{"id": null}\n',
        b"<html>\n",
        b"garbage, not JSON\n",
    ],
)  # fmt: skip
def test_a_bad_line_costs_no_good_one(bad):
    batch = read_ads(Source("ads.jsonl", GOOD + bad + LAST))
    assert [ad.id for ad in batch] == ["good", "last"]
    assert any(note.level == "refused" and note.line for note in batch.notes) or bad == b"[]\n{}\n"


@pytest.mark.parametrize("noise", ["\0", "\u202e", "\u2066", "\u200f", "\ufeff", "\u2028", "\x1b[31m"])
def test_odd_characters_stay_and_are_said_where_they_mislead(noise):
    data = json.dumps({"id": "a", "headline": "Kock", "text": f"Vi{noise} söker"}, ensure_ascii=False).encode()
    batch = read_ads(Source("a", data))
    assert batch[0].text == f"Vi{noise} söker"
    assert bool(batch.notes) == (noise in "\0\u202e\u2066")


def test_bytes_that_are_no_utf8_cost_one_character():
    batch = read_ads(Source("a", GOOD + b'{"id": "x", "headline": "K\xffck \xc3\xb6", "text": "t"}\n' + LAST))
    assert [ad.headline for ad in batch] == ["Kock", "K\ufffdck ö", "Kock"]
    assert [(note.level, note.line) for note in batch.notes] == [("doubtful", 2)]


def test_numbers_without_end_are_left_out():
    line = b'{"id": "a", "headline": "K", "description": {"text": "t"}, "number_of_vacancies": NaN, '
    line += b'"scope_of_work": {"min": -Infinity, "max": 1e999}, "must_have": {"skills": [NaN, {"label": Infinity}]}}'
    batch = read_ads(Source("a", line))
    assert (batch[0].vacancies, batch[0].hours, batch[0].structured) == (None, None, ())
    assert batch.notes


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n\n",
        b"PK\x03\x04" + bytes(range(256)) * 10,
        bytes(range(256)) * 100,
        b"[" * DEEP,
        b"{" * DEEP,
        b'{"id": "1", "headline": ',
        b"<source><job><title>" + b"<a>" * DEEP,
        b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><source><job><title>&b;</title></job></source>',
        b"<html>JobPosting" + b'<script type="application/ld+json">' * 10_000,
        b"x" * (5 << 20),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence(data):
    with pytest.raises(MatcherError) as caught:
        read_ads(Source("bad", data))
    assert str(caught.value).startswith("bad")
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "part",
    [
        "<script ",
        "application/ld+json",
        "</script",
        " ",
        "\n",
        ", ",
        "\\",
        "&",
        "<![CDATA[",
        "[",
        '"',
        "- ",
        "1 ",
        "krav\n",
    ],
)
def test_a_page_of_one_part_repeated_ends_soon(part):
    # What grows faster than the page would take hours here.
    head = '<html>JobPosting<script type="application/ld+json">{"@type": "JobPosting", "qualifications": "a'
    for text in (head + part * 60_000 + 'b"}</script>', head + part * 60_000, "<script " + part * 60_000):
        try:
            read_ads(Source("p.html", text.encode()))
        except MatcherError as error:
            assert str(error).startswith("p.html")  # noqa: PT017
    try:
        read_ads(Source("p.txt", ("Kommun: Solna\nOmfattning: Heltid\nOm jobbet\n" + part * 60_000).encode()))
    except MatcherError as error:
        assert str(error).startswith("p.txt")  # noqa: PT017


@pytest.mark.parametrize("tag", ["<div>", "<b>", "&lt;div&gt;", "<ul><li>"])
def test_depth_of_markup_is_no_matter(tag):
    posting = {"@type": "JobPosting", "title": "Kock", "description": tag * 50_000 + "Vi lagar."}
    page = f'<html><script type="application/ld+json">{json.dumps(posting)}</script></html>'
    assert read_ads(Source("p.html", page.encode()))[0].text.strip().endswith("Vi lagar.")


def test_half_characters_in_a_large_file_become_writable(monkeypatch):
    from matcher.readers.files import jsonvalues

    monkeypatch.setattr(jsonvalues, "_SMALL", 0)
    line = (
        rb'{"id": "a\ud800", "headline": "\udfff", "description": {"text": "x\ud83d"}, "employer": {"name": "\ud800"}, '
    )
    line += rb'"must_have": {"skills": [{"label": "sv\ud800ets"}]}, "occupation": {"label": "\ud800"}}'
    ad = read_ads(Source("a", line))[0]
    ad.model_dump_json().encode("utf-8")
    assert (ad.id, ad.text) == ("a\ufffd", "x\ufffd")
