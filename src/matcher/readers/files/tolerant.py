"""Values as files have them, as records need them: one field may be an object, a list, a text, a number or nothing."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence

from matcher.patterns import late

_LARGEST = 1_000_000
_TRUE = frozenset({"true", "ja", "yes", "1"})
_LABELS = ("label", "namn", "name", "term", "value", "@value")


def as_text(value: object) -> str:
    """Give a text as it is, a number as text, the first text of a list, the label of an object; else ``""``.

    Examples
    --------
    >>> as_text(" Kock "), as_text(24681), as_text(["Kock"]), as_text({"label": "Kock"}), as_text(None)
    (' Kock ', '24681', 'Kock', 'Kock', '')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        if isinstance(value, float) and not math.isfinite(value):
            return ""
        return str(int(value)) if value == int(value) and abs(value) < 1e18 else str(value)
    if isinstance(value, dict):
        return next((text for key in _LABELS if (text := as_text(value.get(key)))), "")
    if isinstance(value, list):
        return next((text for item in value[:50] if (text := as_text(item))), "")
    return ""


def as_texts(value: object) -> list[str]:
    """Give every text of a list, or of a single value; blanks around them removed, empty ones left out.

    Examples
    --------
    >>> as_texts(["B", {"label": "C"}, None]), as_texts("B"), as_texts("[]"), as_texts("['nystartsjobb']")
    (['B', 'C'], ['B'], [], ['nystartsjobb'])
    """
    if not value:
        return []
    if isinstance(value, str) and value.startswith("[") and value.endswith("]"):
        # A list that some export wrote as Python or JSON text.
        return [part for piece in value[1:-1].split(",") if (part := piece.strip(" \"'"))]
    return [text for item in as_list(value) if (text := as_text(item).strip())]


def as_list(value: object) -> Sequence[object]:
    """Give a list as it is, nothing as an empty one, anything else as a list of one.

    Examples
    --------
    >>> as_list([1]), as_list(None), as_list("B")
    ([1], [], ['B'])
    """
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def as_number(value: object) -> float | None:
    """Give a finite number, also written as text (decimal comma too).

    Examples
    --------
    >>> as_number("24"), as_number("1,5"), as_number(float("inf")), as_number("många"), as_number(True)
    (24.0, 1.5, None, None, None)
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        text = value.strip().replace(",", ".")
        if (
            not text
            or len(text) > 30
            or not text.replace(".", "", 1).isascii()
            or not text.replace(".", "", 1).isdigit()
        ):
            return None
        return float(text)
    if isinstance(value, int):
        return float(value) if abs(value) < 1e15 else None
    return value if isinstance(value, float) and math.isfinite(value) else None


def as_count(value: object) -> int | None:
    """Give a whole number from 1 to a million, as for vacancies; else ``None``.

    Examples
    --------
    >>> as_count(2), as_count("3"), as_count(0), as_count(2.5)
    (2, 3, None, None)
    """
    number = as_number(value)
    return int(number) if number is not None and number == int(number) and 1 <= number <= _LARGEST else None


def as_flag(value: object) -> bool | None:
    """Tell true or false, also written as text; ``None`` if it says neither.

    Examples
    --------
    >>> as_flag(True), as_flag("false"), as_flag("Ja"), as_flag(None), as_flag("kanske")
    (True, False, True, None, None)
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return bool(value) if value in (0, 1) else None
    if isinstance(value, str):
        word = value.strip().lower()
        return True if word in _TRUE else False if word in ("false", "nej", "no", "0") else None
    return None


def as_language(text: str) -> str | None:
    """Give the two letters of a language's code, a region behind them left out; ``None`` if it is no such code.

    Examples
    --------
    >>> as_language("sv"), as_language("en-GB"), as_language("FI_fi"), as_language("svenska"), as_language("")
    ('sv', 'en', 'fi', None, None)
    """
    code = text.lower()
    return code[:2] if len(code) == 2 or code[2:3] in ("-", "_") else None


def as_id(value: object) -> str:
    """Give an id as text, trimmed: ``24681`` and ``"24681"`` are the same; ``""`` if there is none.

    Examples
    --------
    >>> as_id(24681), as_id(" a1 "), as_id(None)
    ('24681', 'a1', '')
    """
    return as_text(value).strip() if isinstance(value, str | int | float) else ""


_LAST_COMMA = late(r",\s*([}\]])")
_NEEDLESS_ESCAPE = late(r"\\(?![\"\\/bfnrtu])")
_HALF = late("[\ud800-\udfff]")


def parse_json(text: str) -> object:
    """Parse JSON that stands inside another document, mended where its only fault is a known slip.

    Control characters in strings are accepted, a comma behind the last item and a backslash before a character that
    needs none are taken out, NaN and infinities become ``None``.

    Parameters
    ----------
    text : str

    Returns
    -------
    object

    Raises
    ------
    ValueError
        It is no JSON, or nested too deep.

    Examples
    --------
    >>> parse_json('{"title": "Kock", }')
    {'title': 'Kock'}
    """
    decoder = json.JSONDecoder(strict=False, parse_constant=lambda _: None)
    try:
        return whole_characters(decoder.raw_decode(text.strip(" \t\r\n\ufeff;"))[0])
    except RecursionError:
        raise ValueError("nested too deep") from None
    except ValueError:
        mended = _LAST_COMMA.sub(r"\1", _NEEDLESS_ESCAPE.sub("", text.strip(" \t\r\n\ufeff;")))
    try:
        return whole_characters(decoder.raw_decode(mended)[0])
    except RecursionError:
        raise ValueError("nested too deep") from None


def whole_characters(value: object) -> object:
    r"""Replace halves of surrogate pairs, which no encoding can write, by U+FFFD, anywhere in a JSON value.

    Examples
    --------
    >>> whole_characters(["Kock \ud83d"]) == ["Kock \ufffd"]
    True
    """
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [whole_characters(v) for v in value]
    if isinstance(value, dict):
        return {whole_characters(k): whole_characters(v) for k, v in value.items()}
    return value
