"""Idioms of strength: each says the same of a card, a licence, a language, an experience and an education."""

from __future__ import annotations

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements

_THINGS = {
    "truckkort": "certificate",
    "B-körkort": "driving_licence",
    "engelska": "language",
    "erfarenhet av kassaarbete": "experience",
    "barnskötarutbildning": "education",
}
_ENGLISH = {
    "a forklift licence": "certificate",
    "a driving licence": "driving_licence",
    "Swedish": "language",
    "experience of childcare": "experience",
    "a university degree": "education",
}
_MUST = """
{} är det enda vi kräver.
{} kan vi inte tumma på.
{} är inte förhandlingsbart.
{} är självklart.
{} är A och O.
{} ska finnas.
Det är ett krav med {}.
Vidare krävs {}.
Givetvis krävs {}.
Förutsättningen är {}.
Minimikrav: {}.
Utan {} blir det svårt.
Bara du som har {} kan söka.
"""
_NICE = """
{} är inte nödvändigt men underlättar.
{} är inget krav men en fördel.
{} krävs inte men är ett plus.
{} är ingen nackdel.
{} gör oss glada.
{} vore toppen.
{} vore härligt.
{} är grädde på moset.
{} ser vi gärna.
Vi gillar {}.
Det är en fördel med {}.
Har du {}? Perfekt!
Kul om du har {}.
{} ger extra lön.
{} höjer dina chanser.
{} är det vi helst ser.
{} är sånt vi gillar.
{} hade varit kul.
{} (gärna).
{} gör jobbet lättare.
{} ger dig företräde.
Vi tackar inte nej till {}.
Det hjälper om du har {}.
Önskelista: {}.
Har du {} har du ett försprång.
Har du {} får du högre lön.
Har du {} så säg till.
"""
_NEEDLESS = """
{} är valfritt.
{} struntar vi i.
{} kvittar.
{} klarar du dig utan.
{} är inte avgörande.
{} är inget vi tittar på.
{}: nej.
Vi frågar inte efter {}.
Det går bra utan {}.
Det krävs inte {}.
{} är inget jag kräver.
{} ställer vi inga krav på.
{} kan du vara utan.
{}? Behövs inte.
{}? Nix.
{} finns det inget krav på.
{} bortser vi från.
Det är inget krav att du har {}.
Det är inte nödvändigt att ha {}.
Det är okej om du saknar {}.
Ingen behöver ha {}.
Även utan {} kan du söka.
Saknar du {} gör det inget.
Ingen {}.
"""
_ENGLISH_MUST = """
{} is a requirement.
{} is non-negotiable.
You need {}.
"""
_ENGLISH_NICE = """
{} is good but not required.
{} would be great.
We would love {}.
If you have {}, even better.
{} would be ideal.
{} gives you extra pay.
Extra points for {}.
{} puts you first in line.
{} gives you a head start.
We are happy if you have {}.
Great if you have {}.
"""
_ENGLISH_NEEDLESS = """
{} is no requirement.
{} is optional.
We don't care about {}.
{} is unnecessary.
If you don't have {}, we will arrange it.
{} is provided by us.
{} we can live without.
You can apply without {}.
There is no requirement to have {}.
People without {} are welcome.
"""


def _cases():
    for idioms, necessity, things in (
        (_MUST, "must", _THINGS),
        (_NICE, "nice", _THINGS),
        (_NEEDLESS, "not_required", _THINGS),
        (_ENGLISH_MUST, "must", _ENGLISH),
        (_ENGLISH_NICE, "nice", _ENGLISH),
        (_ENGLISH_NEEDLESS, "not_required", _ENGLISH),
    ):
        for idiom in idioms.split("\n"):
            for thing, kind in things.items() if idiom else ():
                said = idiom.format(thing)
                yield pytest.param(said[0].upper() + said[1:], kind, necessity, id=said)


@pytest.mark.parametrize(("said", "kind", "necessity"), list(_cases()))
def test_an_idiom_says_the_same_of_each_kind(said, kind, necessity):
    rows = read_requirements(JobAd(id="1", headline="Vi söker personal", text=f"Vi är sju i laget. {said} Vi ses!"))
    assert [row.necessity for row in rows if row.kind == kind] == [necessity]
