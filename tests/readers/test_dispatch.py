from __future__ import annotations

import json

import pytest

from matcher.errors import ReadError, UnknownFormatError
from matcher.readers import Source, read_ads, read_any, read_profiles, reader_names
from matcher.readers.ads.lines import READER as LINES
from matcher.records import JobAd, Profile


def line(ad_id, headline="Kock", **more):
    return json.dumps({"id": ad_id, "headline": headline, "text": "Vi söker en kock.", **more}).encode() + b"\n"


def jobtech(ad_id, headline="Kock", **more):
    return (
        json.dumps({"id": ad_id, "headline": headline, "description": {"text": "Vi söker."}, **more}).encode() + b"\n"
    )


def test_sources_are_read_in_order_and_joined():
    ads = read_ads(Source("a", line("b") + line("a")), Source("b", jobtech("c")))
    assert [ad.id for ad in ads] == ["b", "a", "c"]


def test_people_named_after_files_of_one_name_stay_two():
    resume = json.dumps({"basics": {"label": "Kock"}, "skills": [{"name": "HACCP"}]}).encode()
    batch = read_profiles(Source("anna/cv.json", resume), Source("bo/cv.json", resume))
    assert [person.id for person in batch] == ["cv", "cv (2)"]
    assert [(note.level, note.path) for note in batch.notes if "number was added" in note.what] == [
        ("doubtful", "bo/cv.json")
    ]
    again = read_profiles(Source("cv.json", resume), Source("cv.json", resume))
    assert [person.id for person in again] == ["cv", "cv"]


def test_the_newest_of_one_id_stands_in_the_place_of_the_first():
    ads = read_ads(Source("a", line(1, "old") + line("2")), Source("b", line("1", "new")))
    assert [(ad.id, ad.headline) for ad in ads] == [("1", "new"), ("2", "Kock")]
    assert [(note.path, note.record) for note in ads.notes] == [("b", "1")]


def test_a_removal_closes_what_was_read_before_it_and_nothing_after():
    stream = jobtech(1) + b'{"id": "1", "removed": true, "occupation": "aaaa_bbb_ccc"}\n' + jobtech("2")
    ads = read_ads(Source("a", stream))
    assert [ad.id for ad in ads] == ["2"]
    assert ads.removed == {"1"}
    later = read_ads(Source("a", stream), Source("b", jobtech("1", "back")), Source("c", b'{"id": 2, "removed": true}'))
    assert [(ad.id, ad.headline) for ad in later] == [("1", "back")]
    assert later.removed == {"2"}


def test_a_bad_file_among_good_ones_is_reported(tmp_path):
    (tmp_path / "good.jsonl").write_bytes(line("1"))
    (tmp_path / "bad.json").write_bytes(b'{"id": ')
    (tmp_path / "empty.json").write_bytes(b"")
    ads = read_ads(tmp_path)
    assert [ad.id for ad in ads] == ["1"]
    assert sorted(note.path.rsplit("/")[-1] for note in ads.notes if note.level == "refused") == [
        "bad.json",
        "empty.json",
    ]


def test_nothing_readable_raises():
    with pytest.raises(UnknownFormatError, match=r"a\.json, line 2: expected"):
        read_ads(Source("a.json", b'\n{"id": 1, "headline": '))
    with pytest.raises(ReadError, match="existing file"):
        read_ads("there is no such file")
    with pytest.raises(UnknownFormatError, match="records of a known format"):
        read_ads(Source("a.json", b'{"colour": "red"}'))
    with pytest.raises(UnknownFormatError, match="known format"):
        read_ads(Source("a.png", b"\x89PNG" + bytes(100)))


@pytest.mark.parametrize(
    "content", ["{'id': 'a', 'headline': 'Kock'}", '{id: "a", headline: "Kock"}', "{ id : 1 }", "{broken\n"]
)
def test_what_is_all_but_json_is_no_text(content):
    """What programs print of their own values is as long as an ad, and looks like none."""
    with pytest.raises(UnknownFormatError):
        read_ads(Source("a.json", content.encode()))
    [ad] = read_ads(Source("a.txt", "{Kock} sökes till Solna\n\nVi söker en kock.".encode())).records
    assert ad.headline == "{Kock} sökes till Solna"


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(ReadError, match="files in it"):
        read_ads(tmp_path)


def test_profiles_given_as_ads_are_named_as_such():
    resume = json.dumps({"basics": {"name": "X"}, "work": [{"position": "Kock"}], "skills": []}).encode()
    with pytest.raises(UnknownFormatError, match="looks like profiles"):
        read_ads(Source("cv.json", resume))
    with pytest.raises(UnknownFormatError, match="looks like job ads"):
        read_profiles(Source("ads.jsonl", jobtech("1")))


def test_any_kind_is_told_by_content():
    resume = json.dumps({"basics": {"label": "Kock"}, "work": [{"position": "Kock"}], "skills": []}).encode()
    both = read_any(Source("ads.jsonl", jobtech("1")), Source("cv.json", resume))
    assert [type(record) for record in both] == [JobAd, Profile]


def test_a_reader_is_named_or_given():
    plain = Source("kock.txt", b"Kock till Solna\nLaga mat.")
    assert read_ads(plain, reader="plainad")[0].headline == "Kock till Solna"
    assert read_ads(Source("a", line("1")), reader=LINES)[0].id == "1"
    with pytest.raises(ValueError, match="jobtech"):
        read_ads(plain, reader="no such reader")
    with pytest.raises(TypeError):
        read_ads()


def test_names_are_unique():
    names = reader_names()
    assert len(set(names)) == len(names)
    assert set(reader_names("ads")) < set(names)


def test_empty_answers_are_ads_without_records():
    for data in (b"[]", b'{"total": {"value": 0}, "hits": []}'):
        assert len(read_ads(Source("a", data))) == 0


@pytest.mark.parametrize("reader", [name for name in reader_names("ads")])  # noqa: C416
def test_notes_and_errors_never_repeat_the_input(reader):
    canary = "Kanariefågel"
    inputs = [
        json.dumps({"id": canary * 40, "headline": canary, "description": {"text": canary}, "removed": canary}),
        json.dumps({"id": "1", "headline": canary, "text": canary, canary: canary, "label": {canary: canary}}),
        f"<source><job><title>{canary}</title><{canary}>{canary}</{canary}></job></source>",
        f"{canary}\n{canary}\nKommun: {canary}\nSista ansökningsdag: {canary}\nOm jobbet\n{canary}",
        '{"id": "' + canary,
    ]
    for data in inputs:
        try:
            said = "\n".join(note.what for note in read_ads(Source("a", data.encode()), reader=reader).notes)
        except ReadError as error:
            said = str(error)
        assert canary not in said


def test_no_reader_imports_another():
    import ast
    import importlib
    from pathlib import Path

    from matcher.readers import AD_READERS, PROFILE_READERS

    for name in (*AD_READERS, *PROFILE_READERS):
        path = Path(str(importlib.import_module(f"matcher.readers.{name}").__file__))
        imported = {n.module for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.ImportFrom)}
        others = {f"matcher.readers.{other}" for other in (*AD_READERS, *PROFILE_READERS) if other != name}
        assert not imported & others, name


@pytest.mark.parametrize(
    "reader", ["saved", "jsonresume", "europass", "kandidat", "myskills", "jobtech", "lines", "eures"]
)
def test_a_reader_that_is_named_for_another_format_reads_nothing_and_says_so(reader):
    with pytest.raises(ReadError, match=r"p\.csv.*expected"):
        read_any(Source("p.csv", "Id;Körkort;Önskat yrke\n7;B;Kock".encode()), reader=reader)


def test_a_file_of_which_every_part_is_refused_is_refused():
    with pytest.raises(ReadError, match=r"a\.jsonl, line 1: expected"):
        read_ads(Source("a.jsonl", b'{"id": "1", "headline": }\n{"id"\n'), reader="lines")


def test_a_first_record_that_is_none_loses_nothing_below_it():
    for first in (b"{}", b'{"exported": "2026-11-01", "count": 2}', b'{"headline": "Kock", "text": "Vi bakar."}'):
        ads = read_ads(Source("a.jsonl", first + b"\n" + line("1") + line("2")))
        assert [ad.id for ad in ads] == ["1", "2"]
        assert [(note.level, note.line) for note in ads.notes] == [("refused", 1)]
    resume = json.dumps({"basics": {"label": "Kock"}, "skills": [{"name": "HACCP"}]}).encode()
    people = read_profiles(Source("p.jsonl", b'{"foo": 1}\n' + resume))
    assert [person.wishes for person in people] == [("Kock",)]
    assert [note.line for note in people.notes if note.level == "refused"] == [1]
    with pytest.raises(UnknownFormatError, match="records of a known format"):
        read_ads(Source("a.jsonl", b'{"a": 1}\n{"b": 2}\n'))


@pytest.mark.parametrize(
    ("start", "way"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "xlsx"),
        (b"\xff\xd8\xff\xe0" + bytes(300), "picture"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(100), "unpack"),
        (b"{\\rtf1\\ansi ARBETE\\par Kock 2015-2018\\par}", "RTF"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_way_out(start, way):
    with pytest.raises(UnknownFormatError, match=rf"a\.bin: expected profiles in a known format; .*{way}"):
        read_profiles(Source("a.bin", start))


PAGE = "<!doctype html><html><body><h1>CV</h1><h2>Erfarenhet</h2><ul><li>Kock, Hotell Palmyra, 2015–2019</li></ul>{}"


def test_a_cv_as_a_web_page_is_read_and_another_page_told_what_to_do():
    page = PAGE.format("<h2>Språk</h2><p>arabiska modersmål, svenska B1</p></body></html>")
    for batch in (read_profiles(Source("cv.html", page.encode())), read_any(Source("cv.html", page.encode()))):
        assert [(job.title.split(",")[0], job.years) for job in batch[0].experience] == [("Kock", 4.0)]
        assert {row.lang for row in batch[0].languages} == {"ar", "sv"}
    with pytest.raises(UnknownFormatError, match=r"web page.*\.txt"):
        read_any(Source("x.html", b"<html><body><p>Opening hours of the library</p></body></html>"))


def test_a_text_about_a_folder_is_no_record(tmp_path):
    (tmp_path / "README.md").write_text("# Week 7\n\nFetched on Monday.\n", encoding="utf-8")
    (tmp_path / "ads.jsonl").write_bytes(line("1"))
    ads = read_ads(tmp_path)
    assert [ad.id for ad in ads] == ["1"]
    assert [note.path.rsplit("/", 1)[-1] for note in ads.notes if note.level == "refused"] == ["README.md"]
    assert read_ads(tmp_path / "README.md", reader="plainad")[0].id == "README"
    spoken = Source("readme.txt", "Vi söker en kock. Du har B-körkort. Vi erbjuder lunch. Ansök nu!".encode())
    assert read_ads(spoken)[0].id == "readme"


def test_an_index_in_a_folder_is_no_files_to_read(tmp_path):
    from matcher.ranking import build_index

    (tmp_path / "ads.jsonl").write_bytes(line("1"))
    build_index(tmp_path / "kept", list(read_ads(tmp_path)))
    ads = read_ads(tmp_path)
    assert [ad.id for ad in ads] == ["1"]
    assert ["kept: refused" in str(note) and "index" in note.what for note in ads.notes] == [True]
    with pytest.raises(ReadError, match="this is an index"):
        read_any(tmp_path / "kept")


@pytest.mark.parametrize(
    "note",
    [
        "Kommun: Solna; restid 45 min\nYrke: kock 5 år; bagare 2 år\nSpråk: thai; svenska B1\nKörkort: B; egen bil\n",
        "Bor i Solna; kan pendla 45 min\nKock i 5 år; jobbat i Lima\nTalar thai; lite engelska\nSFI C; klar i juni\n",
    ],
)
def test_a_note_whose_lines_hold_semicolons_is_no_table(note: str) -> None:
    person = read_profiles(Source("note.txt", note.encode())).records[0]
    assert (person.home_municipality, person.max_travel_minutes) == ("Solna", 45)
    assert ("kock", 5.0) in [(job.title.casefold(), job.years) for job in person.experience]


def test_a_form_whose_names_have_numbers_is_a_table() -> None:
    form = "Kommun;Solna\nYrke 1;kock\nYrke 1, antal år;5\nMax restid (min);45\nSvenska (A1-C2);B1\n"
    person = read_profiles(Source("form.csv", form.encode())).records[0]
    assert (person.home_municipality, person.max_travel_minutes) == ("Solna", 45)
    assert [(job.title, job.years) for job in person.experience] == [("kock", 5.0)]
