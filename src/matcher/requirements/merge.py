"""Rows read from the text joined with the rows of the source's structured fields.

What a form fills in by itself gives no row in the first place (the readers see to that). Of what is left the text wins
where both speak: it says how strongly, at which level, for how many years; where the field says otherwise the row's
``source`` tells so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matcher.records import Requirement

_STEM = 5


def joined(text_rows: Sequence[Requirement], structured: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """Join rows of the text and of structured fields; one requirement is one row.

    Parameters
    ----------
    text_rows : sequence of Requirement
    structured : iterable of Requirement

    Returns
    -------
    tuple of Requirement
        The text's rows in their order, with the fields' contradictions in ``source``; then what only a field says.

    Examples
    --------
    >>> text = Requirement(kind="driving_licence", value="B", necessity="nice", quote="gärna B-körkort")
    >>> field = Requirement(kind="driving_licence", value="B", necessity="must", source="driving_license")
    >>> [(r.necessity, r.source) for r in joined([text], [field])]
    [('nice', 'text, unlike driving_license (must)')]
    """
    fields = list(structured)
    if not fields:
        return tuple(text_rows)
    rows = list(text_rows)
    added: list[Requirement] = []
    shift = max((row.any_of or 0 for row in rows), default=0)
    for field in fields:
        same = [index for index, row in enumerate(rows) if _same(row, field)]
        if same:
            _note_conflicts(rows, same, field)
        elif not any(_same(row, field) for row in added):
            added.append(_regrouped(field, shift))
    return (*rows, *added)


def _same(row: Requirement, field: Requirement) -> bool:
    """Whether a row of the text speaks of what a field asks for."""
    if row.kind != field.kind:
        return False
    if row.kind == "language":
        return bool(row.value["lang"] == field.value["lang"])
    if row.kind == "experience":
        return field.necessity == "not_required" or field.value["years"] in (None, row.value["years"])
    if row.kind == "education":
        levels = {field.value["level"], row.value["level"]} - {None}
        return len(levels) <= 1 and _alike(field.value["field"], row.value["field"])
    if row.kind == "skill":
        return str(field.value).casefold() in str(row.value).casefold()
    return row.key() == field.key()


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two subjects may be one: either is open, or they share the beginning of a word."""
    if not one or not other:
        return True
    begins = {word[:_STEM] for word in one.casefold().split()}
    return any(word[:_STEM] in begins for word in other.casefold().split())


def _note_conflicts(rows: list[Requirement], same: list[int], field: Requirement) -> None:
    if any(rows[index].necessity == field.necessity for index in same):
        return
    for index in same:
        row = rows[index]
        source = f"{row.source}, unlike {field.source} ({field.necessity})"
        rows[index] = row.model_copy(update={"source": source})


def _regrouped(field: Requirement, shift: int) -> Requirement:
    return field if field.any_of is None else field.model_copy(update={"any_of": field.any_of + shift})
