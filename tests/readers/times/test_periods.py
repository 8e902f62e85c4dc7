"""When and how long: stated or spanned, never made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.readers.times.months import Month, read_date
from matcher.readers.times.periods import period_of, read_period

NOW = Month(2026, 11)


@pytest.mark.parametrize(
    ("text", "years", "last"),
    [
        ("2004-2012", 8.0, 2012),
        ("8 år (-2019)", 8.0, 2019),
        ("2019-2022 (2,5 år)", 2.5, 2022),
        ("apr-okt 2025", 0.58, 2025),
        ("sept 2024 – sept 2025", 1.08, 2025),
        ("1 år, sep 25 - sep 26", 1.0, 2026),
        ("2 år, 2022-24", 2.0, 2024),
        ("3 mån, feb-apr -26", 0.25, 2026),
        ("2025-07 - 2025-12", 0.5, 2025),
        ("2014-03-01 till 2016-02-28", 2.0, 2016),
        ("ett och ett halvt år", 1.5, None),
        ("1 år 6 mån", 1.5, None),
        ("12 veckor 2026", 0.23, 2026),
        ("tio år", 10.0, None),
        ("i fyra och ett halvt år", 4.5, None),
        ("two and a half years", 2.5, None),
        ("a year and a half", 1.5, None),
        ("ett år och en halv månad", 1.04, None),
        ("tjugotre år", 23.0, None),
        ("twenty-one years", 21.0, None),
        ("02/20/2015 - 04/05/2018", 3.25, 2018),
        ("20/02/2015 - 05/04/2018", 3.25, 2018),
        ("2026, februari till maj", 0.33, 2026),
        ("mellan oktober 2021 och oktober 2023", 2.08, 2023),
        ("nov-feb 2025", 0.33, 2025),
        ("Mar 2020 - Aug 2021", 1.5, 2021),
        ("01/2012 - 03/2015", 3.25, 2015),
        ("7 (2002-09)", 7.0, 2009),
        ("t.o.m. 2015", None, 2015),
        ("1 år 2025", 1.0, 2025),
        ("tre år 2019", 3.0, 2019),
        ("2½ år 2015", 2.5, 2015),
        ("sedan slutet av år 2013", None, 2013),
        ("två säsonger", None, None),
        ("2021-05", None, 2021),
        ("31 augusti - 20 november 2026", 0.33, 2026),
    ],
)
def test_lengths_and_last_years(text: str, years: float | None, last: int | None) -> None:
    period = read_period(text, bare=1.0 if text.startswith("7 (") else None)
    assert (period.years(), period.last_year()) == (years, last)


@pytest.mark.parametrize(
    "text", ["sedan mars 2023", "2023-03 - pågående", "2023-03-", "mars 2023 – nu", "2023-03 och framåt"]
)
def test_open_periods_run_to_a_day_that_is_given(text: str) -> None:
    period = read_period(text)
    assert period.is_open
    assert period.years() is None
    assert period.years(NOW) == pytest.approx(3.75, abs=0.01)
    assert period.last_year(NOW) == 2026


def test_a_job_that_began_on_the_newest_date_has_no_length() -> None:
    assert period_of("2025-05", "").years(Month(2025, 5)) is None


@pytest.mark.parametrize(
    ("first", "years"), [("mars 2019 – juni 2021", 2.33), ("2019-2021", 2), ("2019-03", 6.92), ("sedan 2019", 7.08)]
)
def test_a_whole_period_in_the_first_of_two_fields(first: str, years: float) -> None:
    assert period_of(first, "").years(Month(2026, 1)) == pytest.approx(years, abs=0.01)


def test_backwards() -> None:
    assert read_period("2019-2012").is_backwards
    assert period_of("2021-05", "2019-02").years() is None


def test_rest_of_the_text() -> None:
    assert read_period("Kock 2 år (Turkiet), t.o.m. 2019").rest == "Kock (Turkiet)"
    assert read_period("Svetsare 20+ års erf på varv").rest == "Svetsare på varv"
    assert read_period("Welder, 10 yrs exp.").rest.rstrip(" ,") == "Welder"
    assert read_period("Årsta torg").rest == "Årsta torg"


def test_units_of_bare_numbers() -> None:
    assert read_period("ca 3", bare=1.0).years() == 3.0
    assert read_period("18", bare=1 / 12).years() == 1.5
    assert read_period("18").years() is None


@pytest.mark.parametrize("text", ["", "13/2020", "2020-13", "nonsense", "1890"])
def test_no_dates(text: str) -> None:
    assert read_date(text) in (None, Month(2020, 0))


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    period = read_period(text, bare=1.0)
    years = period.years(NOW)
    assert years is None or 0 < years <= 60


@given(st.integers(1950, 2026), st.integers(1, 12), st.integers(0, 400))
def test_months_are_counted_inclusively(year: int, month: int, more: int) -> None:
    end = year * 12 + month - 1 + more
    period = period_of(f"{year}-{month:02d}", f"{end // 12}-{end % 12 + 1:02d}")
    assert period.years() == (round((more + 1) / 12, 2) if end // 12 < 2100 and more < 720 else period.years())


@pytest.mark.parametrize(
    "text",
    ["2019-01-01--2020-12-31", "2019-01--2020-12", "2019.01-2020.12", "2019/01 - 2020/12", "01/2019-12/2020"],
)
def test_ranges_of_months_in_every_order(text: str) -> None:
    period = read_period(f"Kock {text}")
    assert (period.years(), period.last_year(), period.rest) == (2.0, 2020, "Kock")


def test_two_figures_behind_a_year_are_a_year() -> None:
    assert read_period("Kock 2011/12").years() == read_period("Kock 2011-12").years() == 1.0


@pytest.mark.parametrize(
    ("first", "last"), [("2019/03", "2021/02"), ("2019.03", "2021.02.28"), ("2019/03/01", "2021-02")]
)
def test_a_field_with_one_date_may_have_its_month_behind_any_sign(first: str, last: str) -> None:
    assert period_of(first, last).years() == 2.0


@pytest.mark.parametrize("text", ["Jan 2020 to date", "Jan 2020 till date", "jan 2020 till dags dato"])
def test_what_goes_on_in_many_words(text: str) -> None:
    period = read_period(f"Cook, {text}")
    assert (period.start, period.is_open, period.rest) == (Month(2020, 1), True, "Cook")


@pytest.mark.parametrize(
    ("text", "years"), [("03/19 - 02/21", 2.0), ("09/98-08/01", 3.0), ("Mar 2017 through Feb 2018", 1.0)]
)
def test_years_of_two_figures_behind_a_month(text: str, years: float) -> None:
    assert read_period(text).years() == years


def test_days_and_months_are_no_years() -> None:
    assert read_period("3/9 - 5/12").start is None


@pytest.mark.parametrize(
    "text", ["1/3 2019 - 28/2 2021", "201903-202102", "Mar 2019 Feb 2021", "2019-03-01 – 2021-02-28", "03/19-02/21"]
)
def test_days_and_months_in_one_piece(text: str) -> None:
    period = read_period(f"Kock, {text}")
    assert (period.years(), period.rest) == (2.0, "Kock")


@pytest.mark.parametrize("text", ["diskare ett halvår", "diskare i två och ett halvt år", "diskare 3 och ett halvt år"])
def test_no_part_of_a_length_stays_in_the_title(text: str) -> None:
    assert read_period(text).rest.removesuffix(" i") == "diskare"


def test_a_field_whose_month_comes_first() -> None:
    assert read_date("11/30/2021") == read_date("30/11/2021") == Month(2021, 11)
    assert read_date("05/06/2021") == Month(2021, 6)


@pytest.mark.parametrize(
    ("text", "start", "last", "rest"),
    [
        ("Kock, Sol, 2015–2108", 2015, None, "Kock, Sol"),
        ("Kock, Sol, 20015-2018", None, 2018, "Kock, Sol"),
        ("Bagare, Herat, 1390-1395", None, None, "Bagare, Herat"),
        ("Servitör 1899 till 1903", None, None, "Servitör"),
    ],
)
def test_years_that_no_job_can_have_give_no_length(text, start, last, rest):
    period = read_period(text)
    assert period.is_odd
    assert not period.is_empty
    assert (period.years(NOW), period.last_year(), period.rest) == (None, last, rest)
    assert (period.start.year if period.start else None) == start


@pytest.mark.parametrize("text", ["2015–2018", "lön 1800-2100 kr", "tel 08-555 1234", "kurs 1500", "2019-2016"])
def test_other_numbers_are_no_odd_years(text):
    assert not read_period(text).is_odd


def test_a_wave_is_a_dash_between_dates():
    assert read_period("Cook 2016.03 ~ 2019.02").years() == 3.0
    assert read_period("Cook, 2016 ~ present").is_open
    assert read_period("ca ~3 år").years() == read_period("ca 3 år").years()


def test_a_month_with_a_year_of_two_digits_is_no_period() -> None:
    assert read_period("mars -25").end == (2025, 3)
    assert read_period("mars -25 - maj -26").years() == pytest.approx(1.25)
    assert read_period("mars 25-28").start == (2025, 3)


def test_a_half_said_twice_counts_once() -> None:
    assert read_period("1,5½ år").years() == 1.5


def test_a_month_without_a_year_stays_a_whole_word() -> None:
    assert read_period("Praktik juni, kock mars 2019").rest == "Praktik juni, kock"


@pytest.mark.parametrize(
    ("text", "years", "last", "rest"),
    [
        ("Plåtslagare 2003-2006, 2008-2010", 5.0, 2010, "Plåtslagare"),
        ("Plåtslagare 2008-2010 + 2003-2006 (Tirana)", 5.0, 2010, "Plåtslagare (Tirana)"),
        ("jan 2019 - jun 2019 och okt 2020 - dec 2020", 0.75, 2020, ""),
        ("2014-2016, 2020-", 6.5, 2024, ""),
        # Years told twice count once.
        ("2010-2014, 2012-2015", 5.0, 2015, ""),
    ],
)
def test_spells_of_one_work_count_together(text: str, years: float, last: int, rest: str) -> None:
    newest = Month(2024, 6) if "20-" in text[-3:] else None
    told = read_period(text)
    assert (told.years(newest), told.last_year(newest), told.rest) == (years, last, rest)


@pytest.mark.parametrize("first", ["2012-08", "2012-8", "2012/08", "2012-08-01"])
def test_a_month_in_figures_is_no_period_of_years(first):
    assert period_of(first, "").is_open
    assert period_of("2012-14", "").years() == pytest.approx(2.0, abs=1.0)
    assert period_of("2012-2014", "", current=True).is_open
