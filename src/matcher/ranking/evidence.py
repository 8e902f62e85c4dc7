"""What in a profile a verdict rests on, kept as it is and put into words only where somebody reads it.

Thousands of verdicts are asked for and a few dozen are shown; what the person wrote is a plain string.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, Protocol

from matcher.ranking.words import duration, side, value_word
from matcher.records import Education, Experience, Interval
from matcher.taxonomy.facts.languages import language_label

_ABSENT: dict[str, tuple[str, str]] = {
    "driving_licences": ("inget körkort", "no driving licence"), "own_car": ("ingen egen bil", "no car"),
    "certificates": ("inga kort eller intyg", "no cards or certificates"),
    "experience": ("har inte arbetat", "has not worked"), "education": ("ingen utbildning", "no education"),
    "licensed_profession": ("ingen legitimation", "no licence to practise"),
}  # fmt: skip
_NOT_IT: dict[str, tuple[str, str]] = {
    "same": ("", ""), "near": ("samma område: ", "same field: "), "other": ("annat arbete: ", "other work: "),
}  # fmt: skip


class Evidence(Protocol):
    """Something told in a profile that can be put into words."""

    def worded(self, lang: str) -> str:
        """Say it in Swedish or English."""
        ...


def worded(evidence: Evidence | str | None, lang: str) -> str | None:
    """Put evidence into words; the person's own words stay as they are.

    Examples
    --------
    >>> worded(Level("sv", ("A2", "B1")), "en"), worded("stekt fisk", "en"), worded(None, "sv")
    ('Swedish A2-B1', 'stekt fisk', None)
    """
    return evidence if evidence is None or isinstance(evidence, str) else evidence.worded(lang)


class Values(NamedTuple):
    """Values of a record's vocabulary, of a kind, behind "not" where they are what the person cannot do.

    Attributes
    ----------
    alone : bool
        That there are no others is what they show.

    Examples
    --------
    >>> Values(("night", "weekend"), away=True).worded("en"), Values(("truck",), "certificate", alone=True).worded("sv")
    ('not nights, weekends', 'bara truckkort')
    """

    values: tuple[str, ...]
    kind: str = ""
    away: bool = False
    alone: bool = False

    def worded(self, lang: str) -> str:
        """List them."""
        listed = ", ".join(value_word(value, lang, self.kind) for value in self.values)
        before = ("ej ", "not ") if self.away else ("bara ", "only ") if self.alone else ("", "")
        return before[side(lang)] + listed


class Hours(NamedTuple):
    """Hours that a person can work, and the times that are ruled out.

    Examples
    --------
    >>> Hours("full", ("night",)).worded("sv"), Hours("part").worded("en"), Hours(None, ("night",)).worded("en")
    ('heltid, ej nätter', 'part time, no times ruled out', 'not nights')
    """

    hours: str | None
    away: tuple[str, ...] = ()

    def worded(self, lang: str) -> str:
        """Say hours and times."""
        hours = value_word(self.hours, lang) if self.hours else None
        free = ("inga tider undantagna", "no times ruled out")[side(lang)]
        return ", ".join(filter(None, (hours, Values(self.away, away=True).worded(lang) if self.away else free)))


class Jobs(NamedTuple):
    """Jobs held, and what they are to the work asked for where they are not it; the first three are said.

    Examples
    --------
    >>> Jobs([Experience(title="Kock", years=1), Experience(title="diskare")]).worded("en")
    'Kock 1 year, diskare'
    >>> Jobs([Experience(title="Kock")], "other").worded("sv")
    'annat arbete: Kock'
    """

    jobs: Sequence[Experience]
    than_asked: Literal["same", "near", "other"] = "same"

    def worded(self, lang: str) -> str:
        """Say titles and years."""
        return _NOT_IT[self.than_asked][side(lang)] + ", ".join(
            job.title + (f" {duration(job.years, lang)}" if job.years is not None else "") for job in self.jobs[:3]
        )


class PartOf(NamedTuple):
    """Work done, of which what is asked for is taken to be a part.

    Examples
    --------
    >>> PartOf("Kock").worded("sv")
    'brukar ingå i arbetet: Kock'
    """

    title: str

    def worded(self, lang: str) -> str:
        """Name the work."""
        return f"{('brukar ingå i arbetet', 'usually part of the work')[side(lang)]}: {self.title}"


class Level(NamedTuple):
    """A language, as far as its level is told."""

    lang: str
    told: Interval | None = None
    native: bool = False

    def worded(self, lang: str) -> str:
        """Name the language and the level."""
        return " ".join(filter(None, (language_label(self.lang, lang), self._level(lang))))

    def _level(self, lang: str) -> str:
        if self.told is None:
            return ""
        low, high = self.told
        if self.native and low == high == "C2":
            return ("modersmål", "mother tongue")[side(lang)]
        return low if low == high else f"{low}-{high}"


class Languages(NamedTuple):
    """Languages that a profile lists, without the one asked for."""

    langs: tuple[str, ...]

    def worded(self, lang: str) -> str:
        """List them."""
        return f"{('bara', 'only')[side(lang)]} {', '.join(language_label(code, lang) for code in self.langs)}"


class School(NamedTuple):
    """An education; its years where they are what matters.

    Examples
    --------
    >>> School(Education(level="primary", country="SY", years=6), with_years=True).worded("sv")
    'grundskola, SY, 6 år'
    """

    education: Education
    with_years: bool = False

    def worded(self, lang: str) -> str:
        """Say field, level and country."""
        one = self.education
        parts: Iterable[str | None] = (
            one.field,
            value_word(one.level, lang) if one.level else None,
            one.country,
            duration(one.years, lang) if self.with_years and one.years is not None else None,
        )
        return ", ".join(filter(None, parts))


class Licence(NamedTuple):
    """A driving licence: class and country, and that it is not valid here."""

    shown: str
    invalid: bool = False

    def worded(self, lang: str) -> str:
        """Say class and country, and whether it counts."""
        return self.shown + (", gäller inte i Sverige", ", not valid in Sweden")[side(lang)] * self.invalid


class Status(NamedTuple):
    """How far a licence to practise has come."""

    profession: str
    status: str

    def worded(self, lang: str) -> str:
        """Say profession and status."""
        return f"{self.profession}: {value_word('not_begun' if self.status == 'none' else self.status, lang)}"


class Absent(NamedTuple):
    """What the source says that the person has none of: "Körkort: nej".

    Examples
    --------
    >>> Absent("driving_licences").worded("sv"), Absent("languages.en").worded("sv"), Absent("experience").worded("en")
    ('inget körkort', 'ingen engelska', 'has not worked')
    >>> Absent("certificates.truck").worded("sv"), Absent("certificates.truck").worded("en")
    ('truckkort saknas', 'lacks: forklift card')
    """

    field: str

    def worded(self, lang: str) -> str:
        """Say that there is none."""
        about, _, code = self.field.partition(".")
        if about == "languages":
            return f"{('ingen', 'no')[side(lang)]} {language_label(code, lang)}"
        if code:
            name = value_word(code, lang, "certificate")
            return f"lacks: {name}" if side(lang) else f"{name} saknas"
        return _ABSENT[self.field][side(lang)]


class Unwanted(NamedTuple):
    """Work that the person would rather not do, in their words.

    Examples
    --------
    >>> Unwanted(("tunga lyft",)).worded("sv"), Unwanted(("tunga lyft",)).worded("en")
    ('vill inte: tunga lyft', 'does not want: tunga lyft')
    """

    texts: tuple[str, ...]

    def worded(self, lang: str) -> str:
        """Say that it is not wanted."""
        return f"{('vill inte', 'does not want')[side(lang)]}: {', '.join(self.texts)}"


class OfAge(NamedTuple):
    """What adults alone can have: years of work, a degree, a licence for a car."""

    years: float | None = None
    licence: str | None = None

    def worded(self, lang: str) -> str:
        """Say which."""
        if self.years is not None:
            return f"{duration(self.years, lang)} {('i arbete', 'of work')[side(lang)]}"
        if self.licence is None:
            return value_word("tertiary", lang)
        return f"{('körkort', 'driving licence')[side(lang)]} {self.licence}"
