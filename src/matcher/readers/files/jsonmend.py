"""Small repairs of JSON: text that stands inside another document, and characters that no encoding can write."""

from __future__ import annotations

import json

from matcher.patterns import late

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
