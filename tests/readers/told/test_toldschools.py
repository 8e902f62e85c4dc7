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


def test_behind_no_schooling_a_title_with_its_years_is_a_job() -> None:
    read = read_note("Utbildning: saknas. Plåtslagare 11 år.")
    assert [one.level for one in read.education] == ["none"]
    assert [(job.title, job.years) for job in read.experience] == [("Plåtslagare", 11.0)]
    school = read_note("Utbildning: läkare 6 år.")
    assert ([one.field for one in school.education], school.experience) == (["läkare"], ())


def test_a_programme_with_a_final_grade_and_what_one_was_schooled_to_be_are_schools() -> None:
    read = read_note("Vård- och omsorgsprogrammet, slutbetyg. Vaktmästare i två år.")
    assert [(one.level, one.field) for one in read.education] == [("upper_secondary", "Vård- och omsorgsprogrammet")]
    read = read_note("Yrkeshögskoleutbildning till byggledare, två år. Kock i fyra år.")
    assert [(one.level, one.field) for one in read.education] == [("post_secondary", "byggledare")]
    assert [job.title for job in read.experience] == ["Kock"]


def test_tests_of_swedish_are_read_without_a_heading() -> None:
    for told in ("Godkänd på TISUS.", "Svenska 3 från Komvux, betyg D."):
        [swedish] = read_note(f"{told} Murare i fyra år.").languages
        assert (swedish.lang, swedish.speaking) == ("sv", ("C1", "C1"))


def test_a_trailer_listed_apart_belongs_to_the_class_before_it() -> None:
    read = read_note("Estniskt körkort C och E. Murare i fyra år.")
    assert [one.class_ for one in read.driving_licences] == ["C", "CE"]
