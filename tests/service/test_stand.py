"""A room holds its visitors, their numbers and the call lists that name them, whoever else is at it."""

from threading import Thread
from types import SimpleNamespace

import pytest

from matcher.records import Profile
from matcher.service.pages import fair
from matcher.service.stand import Room


def test_numbers_of_a_room_differ():
    room = Room()
    assert len({room.enter(Profile(id="x")) for _ in range(20)}) == 20


def test_a_number_that_came_from_another_laptop_is_not_given_again():
    here, there = Room(), Room()
    there._prefix = here._prefix
    theirs = there.enter(Profile(id="x", wishes=["Glasblåsare"]))
    here.merge(there.to_file())
    own = here.enter(Profile(id="x", wishes=["Fiskare"]))
    assert [here.visitors[number].wishes for number in (theirs, own)] == [("Glasblåsare",), ("Fiskare",)]


def test_who_leaves_stands_on_no_call_list_either():
    room = Room()
    staying, leaving = (room.enter(Profile(id="x")) for _ in range(2))
    room.call("ad", [leaving, staying])
    room.leave(leaving)
    room.leave("unknown")
    assert list(room.visitors) == room.calls["ad"] == [staying]


def test_somebody_may_enter_while_everybody_is_counted():
    room = Room()
    room.enter(Profile(id="x"))

    def person(number):
        room.enter(Profile(id="x"))

    desk = SimpleNamespace(room=room, state=SimpleNamespace(people=[], person=person))
    assert fair._everybody(desk) == 1


@pytest.mark.parametrize("change", [lambda room: room.call("ad", ["1"]), lambda room: room.everybody()])
def test_what_goes_through_all_waits_for_its_turn(change):
    room = Room()
    waiting = Thread(target=change, args=(room,))
    with room._lock:
        waiting.start()
        waiting.join(0.05)
        assert waiting.is_alive()
    waiting.join(10)
    assert not waiting.is_alive()


def test_half_a_sign_of_a_merged_file_can_be_handed_on():
    room = Room()
    room.merge(b'{"id": "Q1", "wishes": ["Kock \\ud83d"]}')
    again = Room()
    assert again.merge(room.to_file()) == 1
    assert again.visitors["Q1"] == room.visitors["Q1"]
