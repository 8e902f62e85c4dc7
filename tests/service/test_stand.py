"""A room holds its visitors, their numbers and the call lists that name them."""

from matcher.records import Profile
from matcher.service.stand import Room


def test_numbers_of_a_room_differ():
    room = Room()
    assert len({room.enter(Profile(id="x")) for _ in range(20)}) == 20


def test_who_leaves_stands_on_no_call_list_either():
    room = Room()
    staying, leaving = (room.enter(Profile(id="x")) for _ in range(2))
    room.calls["ad"] = [leaving, staying]
    room.leave(leaving)
    room.leave("unknown")
    assert list(room.visitors) == room.calls["ad"] == [staying]
