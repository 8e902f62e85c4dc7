"""Numbers that are telephone numbers, and months of jobs that only look like them."""

from __future__ import annotations

import pytest

from matcher.readers.privacy.protected import reason_to_drop


@pytest.mark.parametrize("text", ["Kock 01/2019-12/2020", "Diskare 3/2015 - 11/2017", "08/2018–09/2019 lager"])
def test_months_of_a_job_are_no_telephone_number(text: str) -> None:
    assert reason_to_drop(text) is None


@pytest.mark.parametrize("text", ["08/20191234", "ring 08/2012 34 56", "070-123 45 67", "08/2018-09 12 34"])
def test_numbers_that_look_like_months_are_still_telephone_numbers(text: str) -> None:
    assert reason_to_drop(text) == "contact"
