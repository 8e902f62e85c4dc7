"""The collector is as it was before, whatever happens while it waits."""

import gc

import pytest

from matcher.garbage import uncollected


def test_the_collector_works_again_after_an_error() -> None:
    phrases: dict[str, int] = {}
    assert gc.isenabled()
    with pytest.raises(KeyError), uncollected():
        phrases["kock"]
    assert gc.isenabled()


def test_a_collector_that_its_host_switched_off_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
