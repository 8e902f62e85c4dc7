"""Driving licences and the own car."""

from __future__ import annotations

from collections.abc import Hashable

from matcher.ranking.evidence import Absent, Licence, Values
from matcher.ranking.gates.protocol import Demand
from matcher.ranking.lookup import Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import Judgement
from matcher.records import Kind, Requirement
from matcher.taxonomy.facts.licences import may_drive


class DrivingGate:
    """Judges ``driving_licence`` and ``own_car`` rows."""

    kinds: tuple[Kind, ...] = ("driving_licence", "own_car")

    def trait(self, person: Person) -> Hashable:
        """Return licences and car, and whether there are none."""
        profile = person.profile
        return profile.driving_licences, profile.own_car, "driving_licences" in profile.none

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the class."""
        return Demand(requirement.kind, str(requirement.value))

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Judge by what the licences held allow in Sweden; a class held but not valid here is a step away."""
        if demand.kind == "own_car":
            car = person.profile.own_car
            if car is None:
                return Judgement("unknown")
            return Judgement("met", Values(("car",))) if car else Judgement("unmet", Absent("own_car"))
        held = person.profile.driving_licences
        if not held and "driving_licences" not in person.profile.none:
            return Judgement("unknown")
        covering = [d for d in held if demand.value in may_drive(d.class_)]
        order = {"yes": 0, "unknown": 1, "no": 2}
        for licence in sorted(covering, key=lambda d: order[d.valid]):
            shown = licence.class_ + (f" ({licence.country})" if licence.country else "")
            if licence.valid == "yes":
                return Judgement("met", shown)
            if licence.valid == "unknown":
                return Judgement("unknown", shown)
            return Judgement("unmet", Licence(shown, invalid=True), bridge=True)
        # A car licence is months away; the heavier classes need it first.
        evidence = Values(tuple(d.class_ for d in held), alone=True) if held else Absent("driving_licences")
        return Judgement("unmet", evidence, bridge=demand.value in ("AM", "A1", "B") or bool(held))
