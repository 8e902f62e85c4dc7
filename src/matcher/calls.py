"""What Python callers give, checked where it comes in: one sentence says which argument is wrong and what it may be."""

from __future__ import annotations

from datetime import date, datetime

LANGS = ("sv", "en")


def expect(value: object, kind: type, name: str, hint: str = "") -> None:
    """Refuse an argument of another type.

    Parameters
    ----------
    value : object
    kind : type
    name : str
        Of the argument.
    hint : str
        How to come by the right one.

    Raises
    ------
    TypeError

    Examples
    --------
    >>> expect("starter", int, "k", "as in k=20")
    Traceback (most recent call last):
    TypeError: k: expected int, not str; as in k=20
    """
    if not isinstance(value, kind):
        raise TypeError(f"{name}: expected {kind.__name__}, not {type(value).__name__}{f'; {hint}' * bool(hint)}")


def expect_lang(lang: str) -> None:
    """Refuse a language that there are no texts in.

    Raises
    ------
    ValueError

    Examples
    --------
    >>> expect_lang("fr")
    Traceback (most recent call last):
    ValueError: lang: expected 'sv' or 'en'
    """
    if lang not in LANGS:
        raise ValueError(f"lang: expected {' or '.join(map(repr, LANGS))}")


def plain_day(as_of: date | None) -> date | None:
    """Give the day to judge by, without the time of day that a ``datetime`` has besides.

    Raises
    ------
    TypeError
        It is no date.

    Examples
    --------
    >>> plain_day(datetime(2026, 9, 1, 8, 30)), plain_day(None)
    (datetime.date(2026, 9, 1), None)
    """
    if as_of is None:
        return None
    expect(as_of, date, "as_of", "as in datetime.date(2026, 9, 1)")
    return as_of.date() if isinstance(as_of, datetime) else as_of
