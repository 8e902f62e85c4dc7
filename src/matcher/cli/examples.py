"""Examples under each command's ``--help``: they run in the folder that ``matcher demo --out example`` makes."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.demo import FILES

_BOTH = "--profiles people.csv --ads ads.jsonl"

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "": ("matcher demo", "matcher demo --out example", "matcher rank --help"),
    "read": (
        "matcher read people.csv > people.jsonl",
        "matcher read people.csv --report report.html --report-format html > people.jsonl",
    ),
    "requirements": ("matcher requirements ads.jsonl", "matcher requirements ads.jsonl --format html > ads.html"),
    "rank": (f"matcher rank {_BOTH} -k 5", f"matcher rank {_BOTH} --for ads --format csv > people_for_ads.csv"),
    "explain": (f"matcher explain {_BOTH} --profile P02 --ad A02 --lang en",),
    "ask": (f"matcher ask {_BOTH} --lang en", f"matcher ask {_BOTH} --format table"),
    "steps": (f"matcher steps {_BOTH} --lang en", f"matcher steps {_BOTH} --format table"),
    "normalize": (
        "echo svetsare | matcher normalize --type occupation -",
        "echo forklift | matcher normalize --type skill -k 3 -",
    ),
    "evaluate": (
        f"matcher rank {_BOTH} --format trec > run.txt",
        "matcher evaluate --run run.txt --qrels judgments.jsonl --measures 'nDCG@10 RR'",
    ),
    "audit": (f"matcher audit {_BOTH} --format table",),
    "judge": (f"matcher judge {_BOTH} --out to_grade.jsonl --top 3 --spread 2",),
    "agree": ("matcher agree judgments.jsonl another_persons_judgments.jsonl",),
    "tune": (
        f"matcher tune --judgments judgments.jsonl {_BOTH} --out weights.toml",
        f"matcher rank --weights weights.toml {_BOTH}",
    ),
    "serve": ("matcher serve", "matcher serve --ads ads.jsonl --profiles people.csv --port 0"),
    "demo": ("matcher demo -k 1 --lang en", "matcher demo --out example"),
    "warm": ("matcher warm --cache compiled",),
    "taxonomy": ("matcher taxonomy info starter",),
    "taxonomy import": ("matcher taxonomy import esco esco_export --out esco.taxonomy",),
    "taxonomy fetch": ("matcher taxonomy fetch esco --out esco_export",),
    "taxonomy info": ("matcher taxonomy info starter --check-ads ads.jsonl",),
    "ads": ("matcher ads fetch --region 01 --out today",),
    "ads fetch": (
        "matcher ads fetch --region 01 --out today",
        "matcher ads fetch --region 01 --since last --out today",
    ),
    "index": ("matcher index build --ads ads.jsonl --out ads.index",),
    "index build": (
        "matcher index build --ads ads.jsonl --out ads.index",
        "matcher rank --profiles people.csv --ads ads.index",
    ),
    "index update": ("matcher index update --ads ads.jsonl ads.index",),
    "index info": ("matcher index info ads.index",),
    "index verify": ("matcher index verify ads.index",),
}
"""Command → lines for a shell; ``""`` is the program itself."""


def epilog(command: str) -> str:
    r"""Lay out a command's examples as the help ends with them.

    Examples
    --------
    >>> print(epilog("index info").replace("\b", "^"))
    ^
    Example:
      matcher index info ads.index
    """
    lines = EXAMPLES[command]
    head = "Examples" if len(lines) > 1 else "Example"
    if any(name in line for line in lines for name in FILES):
        head += ", with the files of matcher demo --out ."
    # The sign in front keeps the lines as they are.
    return "\n".join(["\b", f"{head}:", *(f"  {line}" for line in lines)])
