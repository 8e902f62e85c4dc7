"""Clauses of a sentence without a verb, one beside the other: what each is about, alone and by its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.patterns import late
from matcher.readers.cells.practising import subject_of_degree
from matcher.readers.cells.titles import is_title
from matcher.readers.clipped.clauses import Clause, is_adjunct, is_of_licence, kind_of_clause
from matcher.readers.lexicon import joined
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.disciplines import disciplines_of_words

_WORDS = joined("runs")

COMMA = late(
    r",\s+(?![^()]*\))|(?<!\d\d)\s[-–—]\s"
    r"|\s[-–—]\s(?!(?:[^\W\d_]{3,9}\.? )?(?:19|20)\d\d(?!\d)|(?:nu|now|present|i ?dag|today|pågå\w*)(?!\w))",
    re.IGNORECASE,
)
"""What parts the clauses of a sentence; no dash of a time ("januari 2019 - mars 2021")."""
PLUS = late(
    r"\s+(?:\+|&|/|o|och|samt|and)\s+|(?<=[^\W\d_]{2})\+(?=[^\W\d_]{2})|(?<=nej)\s+|(?<=\bno)\s+", re.IGNORECASE
)
"""What parts the facts of a clause."""
# Who does something or what goes on.
VERB = late(rf"(?<!\w)(?:{_WORDS['verb']})(?!\w)", re.IGNORECASE)
"""What makes a sentence one with a verb, which the grammars of sentences read."""
_DENIES = late(
    r"\s*(?:saknar|utan|varken|ing(?:en|et|a)|inte|ej|har (?:inte|ej|inget)|no|neither|without)(?!\w)", re.IGNORECASE
)
_REACH = 2
"""Clauses before and behind one that are its neighbours."""


def kinds_of(clause: str) -> list[Clause]:
    """Tell what a clause is about, or each of its facts where all of them are told: "B + egen bil".

    Examples
    --------
    >>> [one.kind for one in kinds_of("B + egen bil")], kinds_of("kock + bil")
    (['licence', 'car'], [])
    """
    parts = PLUS.split(clause)
    whole = kind_of_clause(clause)
    # "Saknar körkort och bil" denies both.
    if len(parts) > 1 and (whole is None or whole.kind == "paper") and not _DENIES.match(clause):
        kinds = [one.kind for part in parts if (one := kind_of_clause(part))]
        told = [kind_of_clause(part, beside=kinds[0] if kinds else "") for part in parts]
        if all(told):
            return [part for part in told if part]
    return [whole] if whole else []


def typed_apart(clauses: Sequence[str]) -> tuple[list[Clause], list[str]]:
    """Part the clauses that are of a kind from the others; what says only when or where goes with the one before it.

    Examples
    --------
    >>> typed_apart(["kock", "Nacka", "2 år", "ar", "fr B2"])
    ([Clause(kind='language', text='arabiska'), Clause(kind='language', text='franska B2')], ['kock', 'Nacka', '2 år'])
    """
    typed: list[Clause] = []
    left: list[str] = []
    was_typed = False
    alone = [kinds_of(clause) for clause in clauses]
    for at, clause in enumerate(clauses):
        told = alone[at] or _by_neighbours(
            clause, [one for told in alone[max(0, at - _REACH) : at + 3] for one in told]
        )
        behind = clauses[at + 1] if at + 1 < len(clauses) else ""
        if was_typed and typed[-1].kind == "licence" and _SEVERAL.match(typed[-1].text) and _is_whose(clause):
            told = []
        timed = is_adjunct(behind) and not read_period(behind).is_empty
        if told and told[0].kind == "home" and left and not was_typed and timed:
            told = []  # "Köksbiträde, Solna, 2 år"
        both = was_typed and [typed[-1].kind, *(one.kind for one in told)] == ["licence", "licence"]
        if both and not find_countries(told[0].text):
            typed[-1] = Clause("licence", f"{typed[-1].text}, {told[0].text}")  # "polskt B, C, CE"
            continue
        if told:
            typed += told
        elif was_typed and (
            (is_adjunct(clause) and typed[-1].kind in ("education", "licence"))
            or (typed[-1].kind == "education" and _OF_TRADES.match(typed[-1].text) and _is_subject(clause))
            or (typed[-1].kind == "licence" and (is_of_licence(clause) or _is_whose(clause)))
        ):
            typed[-1] = Clause(typed[-1].kind, f"{typed[-1].text}, {clause}")
            continue
        else:
            left.append(clause)
        was_typed = bool(told)
    return typed, left


_OF_TRADES = late(r"(?:yrkes)?gymn|yrkes", re.IGNORECASE)


def _is_subject(clause: str) -> bool:
    """Tell what was learnt at a school for trades: "yrkesgymnasium, metall"."""
    return clause.isalpha() and not is_title(clause) and bool(disciplines_of_words(clause))


_SEVERAL = late(r"[A-E]\w{0,2}\s*(?:[+,/&]|och|and|o)\s*[A-E]")
_WHOSE = late(r"[^\W\d_]{3,}ska(?: (?:kör)?kort)?", re.IGNORECASE)


def _is_whose(clause: str) -> bool:
    """Tell whose licences are told of before: "B och C, kosovanska"; with a level it is a language."""
    return bool(_WHOSE.fullmatch(clause.strip(" ."))) and bool(find_countries(clause))


def _by_neighbours(clause: str, near: Sequence[Clause]) -> list[Clause]:
    """Tell what a clause is about by those beside it: "B, egen bil", "ar, fr B2"."""
    kinds = dict.fromkeys(one.kind for one in near)
    return next(([told] for kind in kinds if (told := kind_of_clause(clause, beside=kind))), [])


def with_denials(clauses: Sequence[str]) -> list[str]:
    """Join a clause of nothing but a denial to what it denies.

    Examples
    --------
    >>> with_denials(["Hjullastare", "ej", "truck"])
    ['Hjullastare: ej', 'truck']
    """
    joined: list[str] = []
    for clause in clauses:
        if joined and _DENIAL.fullmatch(clause):
            joined[-1] += f": {clause}"
        else:
            joined.append(clause)
    return joined


def degree_of(clauses: Sequence[str]) -> tuple[str, list[str]]:
    """Take out a degree without a subject behind the title that has it, with that title, and give what is left.

    Examples
    --------
    >>> degree_of(["Optiker från Peru", "examen 2015", "2 år på klinik"])
    ('Optiker, examen 2015', ['Optiker från Peru', '2 år på klinik'])
    >>> degree_of(["Agronom", "master och tre år på gård"]), degree_of(["Kock", "2 år"])
    (('Agronom, master', ['Agronom', 'tre år på gård']), ('', ['Kock', '2 år']))
    """
    title = WHENCE.split(clauses[0])[0]
    bare = _DEGREE.fullmatch(clauses[1]) if len(clauses) > 1 and is_title(title) else None
    behind = [bare["rest"]] if bare and bare["rest"] else []
    if bare is None or (behind and read_period(behind[0]).is_empty):
        return "", list(clauses)
    degree = bare["degree"] if subject_of_degree(bare["degree"]) else f"{title}, {bare['degree']}"
    return degree, [clauses[0], *behind, *clauses[2:]]


WHENCE = late(r"\s(?:från|i|from|in)\s", re.IGNORECASE)
"""What stands between a title and where it was held."""
_DEGREE = late(
    r"(?:med |har |with an? |with )?(?P<degree>(?:\w*examen|bachelor\w*|master\w*|kandidat\w*|diplom|degree)"
    r"(?: (?:från |in )?(?:19|20)\d\d)?)(?: (?:och|samt|and) (?P<rest>.+))?",
    re.IGNORECASE,
)
_DENIAL = late(r"\W*(?:ej|nej|inte|saknas|utgått|no|not|none)\W*", re.IGNORECASE)
