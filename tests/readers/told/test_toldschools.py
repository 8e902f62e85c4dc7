"""Schools told in sentences."""

from __future__ import annotations

from datetime import date

from tests.readers.reading import read_note

from matcher.readers.told.toldschools import told_schools

DAY = date(2026, 9, 1)


def test_a_second_school_is_kept():
    read = read_note("Bor i Lund. Gick nio år i skola i Irak. Här har jag läst till barnskötare på komvux.", as_of=DAY)
    assert [(one.level, one.country) for one in read.education] == [("primary", "IQ"), ("upper_secondary", "SE")]


def test_classes_are_years_of_school():
    read = read_note("Bor i Lund. Gick ut nionde klass. Jobbat som kock i två år.", as_of=DAY)
    assert [(one.level, one.years) for one in read.education] == [("primary", 9.0)]


def test_who_trained_others_was_at_no_school() -> None:
    assert told_schools("I set lathes, wrote programs and trained operators in Pakistan for five years.") == []
    assert told_schools("I trained as a nurse in Asmara for three years.")[0].years == 3.0


def test_years_at_a_school_are_no_years_of_compulsory_school() -> None:
    [one] = told_schools("Jag gick på yrkeshögskola i två år")
    assert (one.level, one.years) == ("post_secondary", 2.0)
    [one] = told_schools("Är utbildad logoped och har drygt tretton års erfarenhet")
    assert (one.level, one.years) == ("tertiary", None)
