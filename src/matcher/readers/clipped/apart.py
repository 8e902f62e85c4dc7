"""Notes in clipped words: each clause without a verb is read as a section of its kind, as if it had a heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from matcher.patterns import late
from matcher.readers.cells.places import find_places
from matcher.readers.cells.shortforms import activity, spelled_out, trade
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.tongues import find_languages
from matcher.readers.cells.work import Job
from matcher.readers.cells.workplaces import workplace
from matcher.readers.cells.worktime import read_not_times
from matcher.readers.clipped.clauses import Clause, is_adjunct, is_skill, is_where, names_office
from matcher.readers.clipped.jobs import clipped_jobs, is_of_job
from matcher.readers.clipped.runs import COMMA, PLUS, VERB, WHENCE, degree_of, kinds_of, typed_apart, with_denials
from matcher.readers.clipped.sentences import LABEL, LONGEST, clipped_sentences, is_asked, plainly, remarks_of
from matcher.readers.clipped.tonguelists import languages_alone, tells_another
from matcher.readers.clipped.wishes import WISH, wished_items
from matcher.readers.draft import Draft
from matcher.readers.privacy.others import whence_as_where
from matcher.readers.texts.belongs import headed_kinds
from matcher.readers.texts.formlabels import kind_of_label
from matcher.readers.texts.sections import CLOSED, SENT, Section
from matcher.readers.times.periods import read_period
from matcher.readers.told.asked import asked_work
from matcher.readers.told.refusals import before_exception


@dataclass
class Clipped:
    """What clipped clauses tell: sections to be read as headed ones are, jobs, and the text that is left."""

    rest: Section
    sections: list[Section] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)

    def add(self, clause: Clause) -> None:
        """Add a clause; neighbours of one kind stand in one section."""
        kind, key = _SECTION.get(clause.kind, (clause.kind, ""))
        last = self.sections[-1] if self.sections else None
        if last is None or (last.kind, last.key) != (kind, key):
            self.sections.append(Section(kind, [clause.text], numbers=[1], key=key))
        elif kind == "language":
            last.lines[0] += f", {clause.text}"  # a level may lead: "lite engelska"
        else:
            last.add(clause.text, len(last.lines))


_SECTION = {"licence": ("paper", "körkort"), "hours": ("start", "")}


def clipped_notes(draft: Draft, sections: Sequence[Section], alone: bool) -> tuple[list[Section], list[Job]]:
    """Part what clipped clauses tell from the text that stands in no section, and from the lines of labels.

    Parameters
    ----------
    draft : Draft
        Tells of what must not survive and is left out.
    sections : sequence of Section
    alone : bool
        Whether no CV stands beside a note; one beside a CV is left as it is.

    Returns
    -------
    list of Section
    list of Job

    Examples
    --------
    >>> draft = Draft("a.txt", "a")
    >>> sections, jobs = clipped_notes(draft, [Section("top", ["Kock 5 år Iran. Eng B1"])], alone=True)
    >>> [section.kind for section in sections], [job.title for job in jobs]
    (['top', 'language'], ['Kock'])
    """
    own: list[Section] = []
    jobs: list[Job] = []
    kinds = headed_kinds(sections)
    for section in sections:
        loose = section.kind in ("top", "about") or (section.kind == "note" and alone)
        if not loose and not (section.key and section.kind in CLOSED):
            own.append(section)
            continue
        if section.kind in ("about", "note"):
            section.lines = draft.clean_clauses(whence_as_where(section.text), section.kind).split("\n")
        if any(map(is_asked, section.lines)):
            draft.note("dropped", "a question whose answer is not known", section.kind)
        found = _clipped_apart(section, kinds - {section.kind}) if loose else _labelled_apart(section)
        own += [found.rest, *found.sections]
        jobs += found.jobs
    return own, jobs


def _clipped_apart(section: Section, kinds: Collection[str]) -> Clipped:
    """Part clauses without a verb from the sentences of a section.

    Examples
    --------
    >>> found = _clipped_apart(Section("top", ["Solna. Murare 10 år Polen. Eng B1 sv A2. Jag har B-körkort."]), ())
    >>> [(one.kind, one.lines) for one in found.sections], [job.title for job in found.jobs], found.rest.lines
    ([('home', ['Solna']), ('language', ['engelska B1, svenska A2'])], ['Murare'], ['Jag har B-körkort.'])
    """
    found = Clipped(replace(section, lines=[], numbers=[]))
    for place, line in enumerate(map(plainly, section.lines)):
        if "|" in line or "   " in line.strip():
            told = kept = [line]  # cells of a table
        else:
            told = clipped_sentences(line)
            kept = [_read(found, sentence, kinds) for sentence in told]
        if any(kept) or not line.strip():
            number = section.numbers[place] if place < len(section.numbers) else place + 1
            left = [said if said.endswith((".", "!", "?", ":")) else f"{said}." for said in kept if said]
            found.rest.add(line if kept == told else " ".join(left), number - 1)
    if found.sections or found.jobs:
        # What is left of a note's lines are sentences.
        found.rest.lines = [f"{line}." if line[-1:].isalnum() else line for line in found.rest.lines]
    return found


def _labelled_apart(section: Section) -> Clipped:
    """Part from the line of a label ("Vill: bageri. Bor i Lund. Sv B1") the sentences that tell of something else.

    Examples
    --------
    >>> found = _labelled_apart(Section("wish", ["bageri, kök. Eng B1. Inte disk"], key="Vill"))
    >>> found.rest.lines, [(one.kind, one.lines) for one in found.sections]
    (['bageri, kök. Inte disk.'], [('language', ['engelska B1'])])
    """
    found = Clipped(replace(section, lines=[], numbers=[]))
    told = [(place, sentence) for place, line in enumerate(section.lines) for sentence in clipped_sentences(line)]
    kept: dict[int, list[str]] = {}
    own = {"language"} if section.kind in ("language", "swedish", "native") else {section.kind}
    for at, (place, sentence) in enumerate(told):
        if at and section.kind == "wish" and read_not_times(sentence):
            found.add(Clause("start", sentence))
        elif at and section.kind == "native" and tells_another(sentence):
            found.add(Clause("language", sentence))
        elif left := _read(found, sentence, own, labelled=True) if at else sentence:
            kept.setdefault(place, []).append(left.rstrip(" .") + "." * (len(told) > 1))
    for place, sentences in kept.items():
        found.rest.add(" ".join(sentences), section.numbers[place] - 1 if place < len(section.numbers) else place)
    return found if found.sections or found.jobs else Clipped(section)


def _read(found: Clipped, sentence: str, kinds: Collection[str], labelled: bool = False) -> str:
    """Read what a sentence tells in clipped clauses, and give what is left of it; behind a label nobody else does."""
    if len(sentence) > LONGEST or names_office(sentence):
        return sentence
    where, said = _without_label(found, sentence, kinds)
    if "language" not in kinds and (tongues := languages_alone(said.rstrip(" .!"))):
        found.add(Clause("language", tongues))
        return ""
    if before_exception(said) is not None:
        return sentence  # what stands behind "allt utom" is no wish
    clauses = with_denials(COMMA.split(said.rstrip(" .!")))
    if remarks := remarks_of(clauses):
        rest = _read(found, ", ".join(one for one in clauses if one not in remarks), kinds, labelled)
        return ". ".join(filter(None, (rest.rstrip(" ."), *remarks)))
    degree, others = degree_of(clauses)
    if degree and "education" not in kinds:
        found.add(Clause("education", degree))
        return _read(found, ", ".join(others), kinds, labelled)
    run, others = _run_apart(clauses)
    items = [] if "wish" in kinds else wished_items(run)
    if run and not (labelled and items) and len(items) <= len(asked_work(", ".join(clauses))):
        return "" if all(map(is_where, run)) else sentence  # the grammar of sentences reads as much
    _add_wishes(found, items, run)
    typed, left = typed_apart(others)
    if "skill" not in kinds and left and len(left) == len(clauses) and _are_skills(left):
        found.sections.append(Section("skill", [", ".join(left)], numbers=[1]))
        return ""
    tells = bool(left) and not run and VERB.search(", ".join(left)) is not None
    tells |= any(_is_headed(clause, kinds) for clause in typed)
    for clause in typed:
        # Of a sentence with a verb the languages with their levels and the home are told twice.
        twice = clause.kind == "home" or _SURE.search(clause.text) is not None
        # "Kassör, 50 %" is how much somebody works today.
        of_job = clause.kind == "hours" and not run and any(map(_is_work, left))
        if not _is_headed(clause, kinds) and (twice if tells else not of_job):
            placed = f"{clause.text}, {where}" if where and clause.kind == "education" else clause.text
            found.add(Clause(clause.kind, placed))
    return sentence if tells else _work_and_skills(found, left, kinds, where)


def _is_headed(clause: Clause, kinds: Collection[str]) -> bool:
    """Whether what a clause tells has a heading of its own in the text."""
    return _SECTION.get(clause.kind, (clause.kind, ""))[0] in kinds


_SURE = late(r"[ABC][12](?!-körk)(?!\w)|modersmål|inget körkort")


def _without_label(found: Clipped, sentence: str, kinds: Collection[str]) -> tuple[str, str]:
    """Give the place that a label names, and what is said behind a label; what a known one tells is read."""
    label = LABEL.match(sentence)
    if label is None:
        return "", sentence
    name, said = label["label"], label["said"]
    kind = kind_of_label(name)
    if find_places(name):
        # "Kock från Iran: 6 år på hotell", but "Iran: kock 6 år"
        return ("", f"{name}, {said}") if is_title(WHENCE.split(name)[0]) else (name, said)
    if kind is None or SENT.fullmatch(name):
        # "Anteckn fm 5/9: ...", "Bygg: murare 10 år", but "Kock: 5 år"
        return "", sentence if is_title(name) and not is_title(said.split(" ")[0]) else said
    if kind in _LABELLED and kind not in kinds and not find_languages(name):
        found.sections.append(Section(kind, [said], numbers=[1], key=name))
        return "", ""
    return "", sentence


_LABELLED = frozenset(
    "work language education native swedish skill paper wish not_wanted start journey home car".split()
)


def _is_work(clause: str) -> bool:
    return is_title(clause) or not read_period(clause).is_empty


def _run_apart(clauses: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the clauses behind a word of wish, without it, from the others."""
    run: list[str] = []
    others: list[str] = []
    begun = False
    for clause in clauses:
        lead = WISH.match(f"{clause} ")
        begun = bool(lead) or (begun and not (kinds_of(clause) or VERB.search(clause) or _NOT.match(clause)))
        if lead:
            run.append(clause[lead.end() :])
        else:
            (run if begun else others).append(clause)
    return run, others


_NOT = late(r"\s*(?:inte|ej|inga|ingen|no|not|men|but)(?!\w)", re.IGNORECASE)


def _add_wishes(found: Clipped, items: Sequence[str], run: Sequence[str]) -> None:
    if items:
        found.add(Clause("wish", ", ".join(items)))
        for kind, pattern in (("hours", _HOURS), ("start", _START)):
            if said := pattern.search(", ".join(run)):
                found.add(Clause(kind, said.group()))


_HOURS = late(r"(?<!\w)(?:heltid|deltid|halvtid|full[- ]?time|part[- ]?time|\d{2,3} ?%)(?!\w)", re.IGNORECASE)
_START = late(r"(?<!\w)(?:direkt|omgående|genast|immediately)(?!\w)", re.IGNORECASE)


def _work_and_skills(found: Clipped, left: Sequence[str], kinds: Collection[str], where: str) -> str:
    """Read jobs and skills from the clauses that are of no other kind, and give those that tell neither."""
    told = max((at for at, clause in enumerate(left, 1) if not read_period(clause).is_empty), default=0)
    told += sum(1 for clause in left[told:] if is_adjunct(clause))
    head, tail = list(left[:told] or left), list(left[told:] if told else ())
    if others := [clause for clause in head if not is_of_job(clause)]:
        # "kock, höftprotes 2023, 4 år": what is no part of a job takes no part in one
        head, tail = [clause for clause in head if clause not in others], [*others, *tail]
    if "work" not in kinds and (jobs := clipped_jobs(", ".join(head), where)):
        found.jobs += jobs
        if "profession" not in kinds and jobs[0].title.casefold().startswith("legitimerad "):
            found.sections.append(Section("profession", [", ".join(head)], numbers=[1]))
        skills = [clause for clause in tail if _is_skill(clause)] if "skill" not in kinds else []
        if skills:
            found.sections.append(Section("skill", [", ".join(skills)], numbers=[1]))
        head, tail = [], [clause for clause in tail if clause not in skills]
    text = ", ".join((*head, *tail))
    return f"{where}: {text}" if where and text else text


def _are_skills(clauses: Sequence[str]) -> bool:
    """Whether clauses list skills: half of them are known as such, and the others may be."""
    if len(clauses) == 1 and (trade(clauses[0]) or workplace(clauses[0])):
        return False  # "Förskola!" is what a note is about
    known = [clause for clause in clauses if _is_skill(clause)]
    return len(known) * 2 >= len(clauses) and all(clause in known or _may_be_skill(clause) for clause in clauses)


def _is_skill(clause: str) -> bool:
    items = PLUS.split(clause.strip(" ."))
    return all(is_skill(item) or activity(item) != spelled_out(item) for item in items) and not is_title(clause)


def _may_be_skill(clause: str) -> bool:
    short = len(clause) < 30 and clause.count(" ") < 3
    return short and not re.search(r"\d", clause) and not is_title(clause)
