from __future__ import annotations

import pytest

from matcher.errors import ReadError
from matcher.readers import Source, read_ads
from matcher.readers.ads.feeds import READER

INDEED = """<?xml version="1.0" encoding="utf-8"?>
<source><publisher>P</publisher>
<job><title><![CDATA[Truckf&ouml;rare]]></title><referencenumber><![CDATA[ t-1 ]]></referencenumber>
<company>Lager & Co</company><city>Haninge</city><education>High school</education>
<description><![CDATA[<p>Truckkort B krävs.</p><br>Natt.]]></description>
<jobtype>fulltime, parttime</jobtype><experience>2 years</experience><salary>x</salary></job>
<job><title>St&auml;dare</title><referencenumber>t-2</referencenumber>
<description>Du st&auml;dar &amp; tv&auml;ttar.</description><experience>Entry level</experience></job>
</source>"""


def read(xml):
    return READER.read(Source("feed.xml", xml.encode()))


def test_a_feed_with_entities_and_bare_ampersands():
    batch = read(INDEED)
    first, second = batch
    assert (first.id, first.headline, first.text) == ("t-1", "Truckförare", "Truckkort B krävs.\n\nNatt.")
    assert (first.employer, first.municipality, first.hours) == ("Lager & Co", "Haninge", "any")
    assert [(row.kind, row.value, row.source) for row in first.structured] == [
        ("experience", {"years": 2, "field": None}, "experience"),
        ("education", {"level": "upper_secondary", "field": None}, "education"),
    ]
    assert (second.headline, second.text, second.structured) == ("Städare", "Du städar & tvättar.", ())
    assert any("salary" in (note.column or "") for note in batch.notes)


def test_a_feed_that_ends_too_soon_keeps_its_whole_jobs():
    batch = read(INDEED[: INDEED.index("<experience>Entry")])
    assert [ad.id for ad in batch] == ["t-1"]
    assert [note.level for note in batch.notes if note.line] == ["refused"]


RSS = """<rss><channel><title>Jobb</title><item><title>Kock</title><guid>1</guid>
<description>&lt;p&gt;Laga.&lt;/p&gt;</description></item></channel></rss>"""
PERSONIO = """<workzag-jobs><position><id>1</id><name>Kock</name><jobDescriptions><jobDescription><name>Krav</name>
<value><![CDATA[<p>Truckkort</p>]]></value></jobDescription></jobDescriptions></position></workzag-jobs>"""
RECRUITEE = """<offers><offer><id>1</id><title>Kock</title><description>&lt;b&gt;Laga&lt;/b&gt;</description>
<requirements>Körkort</requirements></offer></offers>"""
UNESCAPED = "<jobs><job id='1'><title>Kock</title><description><p>Laga</p><p>mat</p></description></job></jobs>"
CAPITALS = "<jobs><job><TITLE>Kock</TITLE><Id>1</Id><Description>Laga</Description></job></jobs>"


@pytest.mark.parametrize(
    ("xml", "headline", "text"),
    [
        (RSS, "Kock", "Laga."),
        (PERSONIO, "Kock", "Krav\n\nTruckkort"),
        (RECRUITEE, "Kock", "Laga\n\nKörkort"),
        (UNESCAPED, "Kock", "Laga\n\nmat"),
        (CAPITALS, "Kock", "Laga"),
    ],
)
def test_near_variants(xml, headline, text):
    ads = read_ads(Source("f.xml", xml.encode()))
    assert [(ad.id, ad.headline, ad.text) for ad in ads] == [("1", headline, text)]


def test_the_whole_text_beside_a_short_description_is_read():
    rss = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Kock</title>'
        "<guid>g1</guid><description>Kort.</description>"
        "<content:encoded><![CDATA[<p>Hela texten.</p>]]></content:encoded></item></channel></rss>"
    )
    batch = read(rss)
    assert [(ad.id, ad.text) for ad in batch] == [("g1", "Kort.\n\nHela texten.")]
    assert not batch.notes


def test_jobs_without_ids_are_numbered_after_the_file():
    assert [ad.id for ad in read("<jobs><job><title>A</title></job><job><title>B</title></job></jobs>")] == [
        "feed-1",
        "feed-2",
    ]


def test_hostile_feeds_are_refused():
    with pytest.raises(ReadError, match="document type"):
        read('<!DOCTYPE a [<!ENTITY b "x">]><source><job><title>&b;</title></job></source>')


def test_other_xml_is_not_taken():
    for xml in ("<SkillsPassport><LearnerInfo/></SkillsPassport>", "<html><title>x</title></html>", "<a><job/></a>"):
        assert not READER.recognises(Source("x", xml.encode()))
