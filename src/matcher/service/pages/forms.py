"""Forms: read once, refused where they were not sent by a page of this session."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from matcher.errors import InvalidRecordError
from matcher.service.access import same_origin
from matcher.service.refusals import RefusedError
from matcher.service.settings import MAX_BODY, MAX_RUN

_MOST_FIELDS = 2_000


class _InMemory(MultiPartParser):
    """Keeps what is uploaded off the disk, however large: the body's size is bounded before."""

    spool_max_size = MAX_RUN + 1


@dataclass(frozen=True)
class Form:
    """What a form holds.

    Attributes
    ----------
    values : dict of str to list of str
    files : dict of str to (name, bytes)
        Files that are not empty.
    """

    values: dict[str, list[str]]
    files: dict[str, tuple[str, bytes]]

    def one(self, name: str) -> str:
        """First value of a field, stripped; empty if there is none."""
        return self.values.get(name, [""])[0].strip()

    def document(self, file: str, text: str) -> bytes:
        """Content of a file field or, if no file was chosen, of a text field."""
        return self.files[file][1] if file in self.files else self.one(text).encode("utf-8", "replace")


async def _checked(request: Request) -> Form:
    if not same_origin(dict(request.headers)):
        raise RefusedError("the form was sent from another site")
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        parser = _InMemory(
            request.headers, request.stream(), max_files=8, max_fields=_MOST_FIELDS, max_part_size=MAX_BODY
        )
        try:
            form = await parser.parse()
        except MultiPartException:
            raise InvalidRecordError("form", "a form that a browser sent") from None
    else:
        form = await request.form()
    values: dict[str, list[str]] = {}
    files: dict[str, tuple[str, bytes]] = {}
    try:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                if data := await value.read():
                    files[name] = (value.filename or name, data)
            else:
                values.setdefault(name, []).append(value)
    finally:
        await form.close()
    sent = values.pop("csrf", [""])[0]
    if not hmac.compare_digest(sent.encode("utf-8", "replace"), request.state.session.csrf.encode()):
        raise RefusedError("the form is of another session; go back, load the page again and send it once more")
    return Form(values, files)


Checked = Annotated[Form, Depends(_checked)]
