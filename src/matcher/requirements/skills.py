"""Skills: concrete, checkable knowledge, tools and techniques that an ad asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import lexicon
from matcher.requirements.segment import Sentence
from matcher.requirements.skills_candidates import Candidate, Finder
from matcher.requirements.skills_scoring import score, signs
from matcher.requirements.strength import Judged
from matcher.taxonomy.phrasebook import Lexicon

_PERSON = re.compile(r"\b(?:du|dig|din|ditt|dina|ni|you|your|sökande|söker|kandidat\w*|konsult\w*|person\w*|erfarenhet\w*|candidate|looking for)\b")
_CLOSED = ("offer", "about", "apply")
_ASKING = ("profile", "nice", "not_required")
_OPENING = re.compile(r"\b(?:kunskap|vana|kännedom|kompetens|knowledge|proficien|skilled|understanding)")
_EMPLOYER = re.compile(r"\b(?:vi|oss|vår|vårt|våra|we|our|us|gdpr|ansök\w*|application\w*)\b")


class Skills:
    """The skill family."""

    @property
    def lexicons(self) -> Sequence[Lexicon]:
        return (lexicon("skills_phrases"), lexicon("skills_frames"))

    def find(self, context: Context) -> Iterator[Found]:
        """Skills that a text asks for."""
        for sentence, candidate, judged in self.candidates(context):
            if keep(sentence, candidate, judged):
                yield Found("skill", candidate.label, sentence, candidate.start, candidate.end, judged)

    def candidates(self, context: Context) -> Iterator[tuple[Sentence, Candidate, Judged]]:
        """Every phrase that may be a skill, with the sentence it stands in and how strongly it is asked for."""
        low = context.low
        for sentence in context.sentences:
            if sentence.section in _CLOSED:
                continue
            asking = sentence.section in _ASKING
            opening = low[sentence.start : min(sentence.end, sentence.start + 60)]
            if not asking and "strength" not in sentence.marks and not _OPENING.search(opening):
                continue
            finder = Finder(context.text, low, sentence)
            lead = finder.leading()
            if asking and not lead and not _speaks_of_applicant(low, sentence):
                continue
            for candidate in finder.find():
                judged = context.judge(sentence, candidate.start, candidate.end)
                if judged.asked or candidate.how == "fronted" or (lead and candidate.how in ("know", "use") and sentence.section != "duties"):
                    yield sentence, candidate, judged


def _speaks_of_applicant(low: str, sentence: Sentence) -> bool:
    if sentence.block is None or sentence.block.kind != "paragraph" or sentence.end - sentence.start < 70:
        return True
    if not ("strength" in sentence.marks or _PERSON.search(low, sentence.start, sentence.end)):
        return False
    return not _EMPLOYER.search(low, sentence.start, min(sentence.end, sentence.start + 25)) or bool(
        _PERSON.search(low, sentence.start, min(sentence.end, sentence.start + 60))
    )


def keep(sentence: Sentence, candidate: Candidate, judged: Judged) -> bool:
    """Whether a candidate is a skill that the ad asks for."""
    return score(signs(candidate, sentence, judged)) > 0
