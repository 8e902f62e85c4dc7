"""A match is judged when somebody looks at it, whoever looks at the same time."""

import pytest

from matcher.ranking import Match

TOLD = {"id": "a", "rank": 1, "score": 5, "tier": "ready", "contributions": {}}


def test_who_looks_while_another_thread_has_it_judged_sees_what_was_found():
    match = Match.to_be_judged(lambda: ((), ()), **TOLD)
    # Another thread has it judged between this one's look and its answer.
    assert match.verdicts == ()
    assert match.__getattr__("questions") == ()
    with pytest.raises(AttributeError, match="owner"):
        match.__getattr__("owner")


def test_what_cannot_be_judged_is_told_each_time():
    def judge():
        raise RuntimeError("no")

    match = Match.to_be_judged(judge, **TOLD)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            match.verdicts  # noqa: B018
