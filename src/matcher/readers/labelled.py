"""Jobs whose lines are labelled: "Period: 2012 - 2017", "Befattning: svetsare", "Företag: varv i Genua"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matcher.readers.periods import read_period

_LABELS: Mapping[str, str] = {
    "time": (
        r"period(?:en)?|datum|tid(?:speriod(?:en)?)?|när|från\s?[-–/]\s?till|år|dates?|duration"
        r"|from\s?[-–/]\s?to|years?"
    ),
    "title": (
        r"funktion(?:en)?|befattning(?:en)?|tjänst|titel|roll|yrke|(?:yrke eller )?position(?:en)?|jobbtitel|job title"
        r"|title|role|occupation(?: or position held)?|position held|post|function|arbetade som|anställd som"
    ),
    "employer": (
        r"företag(?:et)?|arbetsgivare(?:n)?|arbetsplats(?:en)?|organisation|employer|company|workplace|organi[sz]ation"
        r"|name (?:and address )?of employer|arbetsgivarens namn(?: och adress)?"
    ),
    "place": r"ort|plats|land|stad|var|location|country|place|city",
    "duties": (
        r"aktiviteter|(?:huvudsakliga )?(?:arbetsuppgifter|uppgifter|sysslor)|ansvar(?:sområden)?|beskrivning|duties"
        r"|(?:main )?(?:activities|tasks)(?: and responsibilities)?|responsibilities|description"
        r"|huvudsakliga aktiviteter och ansvarsområden"
    ),
}
_LABEL = re.compile(
    r"^\s*[-–•*]?\s*(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS.items())
    + r")\s*:\s*(?P<said>\S.*)$",
    re.IGNORECASE,
)
_IN_ORDER = ("title", "employer", "place", "time")


def labelled_jobs(lines: Sequence[str]) -> Mapping[int, list[str]]:
    """Find jobs that stand in labelled lines, a block each.

    Parameters
    ----------
    lines : sequence of str

    Returns
    -------
    mapping of int to list of str
        Place of each line that belongs to such a job → what it becomes: the first line the job in one line and what was
        done below it, the others nothing.

    Examples
    --------
    >>> made = labelled_jobs(["Period: 2012 - 2017", "Befattning: svetsare", "Företag: varv, Polen", "", "Ort: Lund"])
    >>> made[0], made[1], 4 in made
    (['svetsare, varv, Polen, 2012 - 2017'], [], False)
    """
    made: dict[int, list[str]] = {}
    block: list[tuple[int, str, str]] = []
    for index, line in enumerate([*lines, ""]):
        match = _LABEL.match(line)
        said = match["said"].strip() if match else ""
        kind = next((one for one in _LABELS if match[one]), None) if match else None
        if kind is None or any(kind == held for _, held, _ in block):
            made.update(_made(block))
            block = []
        if kind is not None:
            block.append((index, kind, said))
    return made


def _made(block: Sequence[tuple[int, str, str]]) -> Mapping[int, list[str]]:
    said = {kind: words for _, kind, words in block}
    if "title" not in said or read_period(said.get("time", "")).is_empty:
        return {}
    job = ", ".join(said[kind] for kind in _IN_ORDER if kind in said)
    first, *others = [index for index, *_ in block]
    return {first: [job, *filter(None, [said.get("duties")])], **{index: [] for index in others}}
