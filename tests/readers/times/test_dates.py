"""How dates are written: the last day to apply in many forms, years behind months."""

from __future__ import annotations

import pytest

from matcher.readers import Source
from matcher.readers.ads.feeds import READER
from matcher.readers.times.dates import in_one_form, last_day


@pytest.mark.parametrize(
    "said",
    [
        "2027-05-31", "2027/5/31", "20270531", "31/5 2027", "31.05.2027", "5/31/2027", "31 maj 2027",
        "Mon, 31 May 2027 22:00:00 +0200", "May 31st, 2027", "31:a maj 2027", "senast den 31 maj 2027",
    ],
)  # fmt: skip
def test_one_day_in_many_forms(said):
    assert last_day(said) == "2027-05-31"


@pytest.mark.parametrize("said", ["", "5/6/2027", "31/2/2027", "2027-13-01", "31 maj", "snarast", "1806451199000"])
def test_what_is_no_day_or_one_of_two_stays_unknown(said):
    assert last_day(said) is None


def test_a_day_and_month_alike_are_one_day():
    assert last_day("4/4/2027") == "2027-04-04"


def test_a_feed_whose_days_are_written_otherwise_keeps_its_ads_open_and_says_what_is_unknown():
    job = "<job><title>Kock</title><referencenumber>{}</referencenumber><expirationdate>{}</expirationdate></job>"
    days = ("31 May 2027", "01/04/2027")
    feed = "<source>" + "".join(job.format(n, day) for n, day in enumerate(days)) + "</source>"
    batch = READER.read(Source("f.xml", feed.encode()))
    assert [ad.deadline for ad in batch] == ["2027-05-31", None]
    assert [note.record for note in batch.notes if note.column == "expirationdate"] == ["1"]


@pytest.mark.parametrize("said", ["Bookbinder 2 years, May -25", "Bokbindare 2 år, maj -25", "Bookbinder, oct. -19"])
def test_a_year_behind_a_month_is_that_of_the_month(said: str) -> None:
    assert in_one_form(said) == said
