"""The ledger of one pair: its points and its requirements, with the words that each rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from matcher.calls import expect
from matcher.explanation.parts import described, grouped, ordered, origin
from matcher.explanation.words import FIELDS, NAMES, NECESSITIES, TIERS, TITLES, VERDICTS, word
from matcher.ranking import JudgedRequirement, Match, Matcher, Weights
from matcher.ranking.components import DEFAULT_COMPONENTS, Component, Travel
from matcher.ranking.person import Person
from matcher.ranking.sides import subtotals
from matcher.ranking.table import AdTable
from matcher.records import JobAd, Profile
from matcher.taxonomy import Taxonomy


class Journey(NamedTuple):
    """How long one way is, and what it is held against, in minutes."""

    minutes: int
    limit: int
    is_estimate: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that a pair's score and tier are made of.

    Attributes
    ----------
    profile_id, ad_id, headline : str
    match : Match
        Score, tier, contributions, verdicts and questions of the pair, as in a ranking.
    corrected : tuple of str
        Fields of the profile that a person corrected.
    lang : {"sv", "en"}
        Language of :meth:`to_text` and :meth:`to_html`.
    journey : Journey or None
        ``None`` where home or workplace are not known.
    """

    profile_id: str
    ad_id: str
    headline: str
    match: Match
    lang: str = "sv"
    corrected: tuple[str, ...] = ()
    journey: Journey | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return plain data, the numbers of the ranking unchanged."""
        row = self.match.to_dict()
        del row["id"], row["rank"]
        sides = subtotals(self.match.contributions)
        journey = self.journey._asdict() if self.journey else None
        told = {"sides": sides, "journey": journey, "corrected": list(self.corrected)}
        return {"profile": self.profile_id, "ad": self.ad_id, "headline": self.headline, **row, **told}

    def to_text(self) -> str:
        """Write the ledger as plain text.

        Returns
        -------
        str
            Lines of at most about 120 characters, ending in a line feed.
        """
        lang, match = self.lang, self.match
        lines = [
            word(TITLES, "ledger", lang).format(self.profile_id, self.ad_id)
            + (f": {self.headline}" * bool(self.headline)),
            f"{word(TITLES, 'score', lang)} {match.score}  ·  {word(TIERS, match.tier, lang)}",
            "",
            f"{word(TITLES, 'contributions', lang)}:",
        ]
        lines += [f"  {points:+6d}  {word(NAMES, name, lang)}" for name, points in ordered(match.contributions)]
        lines.append(f"  {match.score:6d}  =")
        lines.append(", ".join(f"{word(TITLES, k, lang)}: {n}" for k, n in subtotals(match.contributions).items()))
        if self.journey:
            lines.append(self.journey_words())
        if self.corrected:
            lines.append(f"{word(TITLES, 'corrected', lang)}: {', '.join(self.corrected_words())}")
        lines += ["", f"{word(TITLES, 'requirements', lang)}:"]
        lines += [line for group in grouped(match.verdicts) for line in self._requirement(group)]
        if not match.verdicts:
            lines.append(f"  {word(TITLES, 'none', lang)}")
        if match.questions:
            lines += ["", f"{word(TITLES, 'questions', lang)}:"] + [f"  - {q.text}" for q in match.questions]
        return "\n".join([*lines, "", word(TITLES, "advice", lang)]) + "\n"

    def journey_words(self) -> str:
        """Tell how long the journey is, and the limit that its points go by; nothing where it is not known."""
        if self.journey is None:
            return ""
        kind = "estimated" if self.journey.is_estimate else "journey"
        return word(TITLES, kind, self.lang).format(*self.journey)

    def corrected_words(self) -> list[str]:
        """Name the corrected fields in the ledger's language."""
        return [word(FIELDS, field, self.lang) for field in self.corrected]

    def _requirement(self, group: Sequence[JudgedRequirement]) -> list[str]:
        first, lang = group[0], self.lang
        # What an ad does without is not judged.
        needless = first.requirement.necessity == "not_required"
        head = "  " if needless else f"  [{word(VERDICTS, first.verdict, lang)}] "
        head += f"{word(NECESSITIES, first.requirement.necessity, lang)}: "
        what = f" {word(TITLES, 'or', lang)} ".join(described(row, lang) for row in group)
        lines = [head + what + origin(group, lang)]
        quotes = dict.fromkeys(row.requirement.quote for row in group if row.requirement.quote)
        lines += [f'      {word(TITLES, "ad", lang)}: "{" ".join(quote.split())}"' for quote in quotes]
        evidence = dict.fromkeys(row.evidence for row in group if row.evidence)
        lines += [f"      {word(TITLES, 'profile', lang)}: {text}" for text in evidence]
        return lines

    def to_html(self) -> str:
        """Write the ledger as one self-contained HTML page; see :mod:`matcher.explanation.page`."""
        from matcher.explanation.page import ledger_page

        return ledger_page(self)


def journey_of(person: Person, table: AdTable, components: Sequence[Component]) -> Journey | None:
    """Find how long the way to a table's only ad is, as its points go by it."""
    for travel in components:
        if isinstance(travel, Travel):
            least, limit = travel.known(person, table)
            minutes = int(least[table.place[0]])
            return Journey(minutes, limit, travel.journeys is None) if minutes else None
    return None


def explain(
    profile: Profile,
    ad: JobAd,
    *,
    taxonomy: Taxonomy | None = None,
    weights: Weights | None = None,
    components: Sequence[Component] = DEFAULT_COMPONENTS,
    lang: str = "sv",
    as_of: date | None = None,
) -> Ledger:
    """Explain one pair: the same numbers as in any ranking that holds it.

    Parameters
    ----------
    profile : Profile
    ad : JobAd
    taxonomy : Taxonomy, optional
        The embedded one by default.
    weights : Weights, optional
    components : sequence of Component
    lang : {"sv", "en"}
    as_of : datetime.date, optional
        The day to judge by.

    Returns
    -------
    Ledger

    Examples
    --------
    >>> from matcher.records import DrivingLicence
    >>> ad = JobAd(id="a1", headline="Bud", text="B-körkort krävs.")
    >>> person = Profile(id="1", driving_licences=[DrivingLicence(class_="B", valid="yes")])
    >>> ledger = explain(person, ad, lang="en")
    >>> ledger.match.score == sum(ledger.match.contributions.values()), ledger.match.tier
    (True, 'ready')
    """
    expect(profile, Profile, "profile", "Matcher.explain takes ids")
    expect(ad, JobAd, "ad", "Matcher.explain takes ids")
    matcher = Matcher([ad], taxonomy=taxonomy, weights=weights, components=components, lang=lang, as_of=as_of)
    return matcher.explain(profile, ad.id)
