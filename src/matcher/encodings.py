"""How the bytes of a text are encoded: UTF-8, UTF-16, or one of the single-byte codes that old programs still save."""

from __future__ import annotations

import codecs
import re
import zlib
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

from matcher.errors import ReadError

_CHUNK = 1 << 20
_MAX_UNPACKED = 1 << 28
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
SINGLE_BYTE = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "the code page 850 of DOS"}
"""Codec of a single-byte code → its name in words."""
# The letters å, ä and ö inside a word, in each of them.
_SWEDISH = {codec: re.compile(b"(?<=[A-Za-z])[" + "åäö".encode(codec) + b"](?=[a-z])") for codec in SINGLE_BYTE}
_SURE = 3
# What stands inside no word of Windows-1252: "Œ", "Š", "†", "„"
_STRANGE = {"mac_roman": {b"\x8c", b"\x8a"}, "cp850": {b"\x86", b"\x84"}, "cp1252": set[bytes]()}
# UTF-8 taken for Windows-1252 and saved as UTF-8 once more: what å, ä and ö look like then, the characters that stand
# for bytes (those of Latin-1, too), and runs of them.
_TWICE = re.compile("(?:Ã¥|Ã¤|Ã¶)".encode())
_BYTES = {chr(b): b for b in range(0x80, 0x100)}
_BYTES |= {sign: b for b in range(0x80, 0x100) if (sign := bytes((b,)).decode("cp1252", "ignore"))}
_RUN = re.compile("[" + "".join(map(re.escape, _BYTES)) + "]{2,}")


class Encoding(NamedTuple):
    """What is known of how a text is encoded.

    Attributes
    ----------
    skip : int
        Length of the byte order mark.
    codec : str
    damage : int or None
        Offset of the first byte that is no UTF-8.
    """

    skip: int
    codec: str
    damage: int | None = None

    @property
    def guessed(self) -> str | None:
        """What it was read as, in words, where nothing but its bytes tells so."""
        if self.codec in SINGLE_BYTE:
            return f"read as {SINGLE_BYTE[self.codec]}, since it is not UTF-8"
        if self.skip == 0 and self.codec.startswith("utf-16"):
            return "read as UTF-16, since every other byte is zero"
        return None


def encoding_of(data: bytes) -> Encoding:
    """Tell the encoding of a text, small or large, without holding it decoded.

    Examples
    --------
    >>> [encoding_of("Målare på Gärdet, körkort".encode(codec)).codec for codec in ("utf-8", "cp1252", "mac_roman")]
    ['utf-8', 'cp1252', 'mac_roman']
    """
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return Encoding(len(bom), codec)
    sample = data[:4096]
    for odd, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[odd::2], sample[1 - odd :: 2]
        if len(sample) >= 4 and zeros.count(0) * 4 > len(zeros) * 3 and others.count(0) * 8 < len(others):
            return Encoding(0, codec)
    place = _first_invalid(data)
    if place is None:
        return Encoding(0, "utf-8")
    # Swedish in a single-byte code has nearly no byte pair that UTF-8 would accept; damaged UTF-8 has mostly those.
    near = data[max(0, place - _CHUNK) : place + _CHUNK]
    inside = sum(map(len, _MULTIBYTE.findall(near)))
    return Encoding(0, "utf-8" if inside * 2 > len(_HIGH.findall(near)) else _single_byte(near), place)


def text_of(data: bytes, name: str | PurePath) -> str:
    r"""Decode a small file that is read as a whole.

    Parameters
    ----------
    data : bytes
    name : str or PurePath
        File name for the error.

    Raises
    ------
    ReadError
        It is UTF-8 with damaged places, where a guess would change words or ids, or a damaged or huge gzip file.

    Examples
    --------
    >>> text_of("målare".encode("cp1252"), "a.txt"), text_of(b"\xef\xbb\xbfkock", "b.txt")
    ('målare', 'kock')

    Old Macs end a line with a carriage return alone.

    >>> text_of(b"kock\rbagare", "c.txt")
    'kock\nbagare'
    """
    data = _unpacked(data, name)
    skip, codec, damage = encoding_of(data)
    if codec == "utf-8" and damage is not None:
        raise ReadError(name, "text in UTF-8", data.count(b"\n", 0, damage) + 1)
    text = data[skip:].decode(codec, "replace")
    return text if "\n" in text else text.replace("\r", "\n")


def _unpacked(data: bytes, name: str | PurePath) -> bytes:
    """Unpack what gzip has packed, as runs and judgments often are; anything else is given as it is."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(data, _MAX_UNPACKED)
    except zlib.error:
        raise ReadError(name, "an undamaged gzip file") from None
    if not unpacker.eof:
        raise ReadError(name, f"a whole gzip file of at most {_MAX_UNPACKED >> 20} MB unpacked")
    return plain


def encoded_once(data: bytes) -> bytes:
    """Undo that UTF-8 was taken for Windows-1252 and encoded again, in all of a text or in some of its columns.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    bytes
        The same object where fewer than three Swedish letters look so.

    Examples
    --------
    >>> encoded_once("MÃ¥lare pÃ¥ GÃ¤rdet, Ã…re eller Örebro".encode()).decode()
    'Målare på Gärdet, Åre eller Örebro'
    """
    if sum(1 for _ in islice(_TWICE.finditer(data), _SURE)) < _SURE:
        return data
    return _RUN.sub(_mended, data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


def _mended(run: re.Match[str]) -> str:
    inside = bytes(_BYTES[character] for character in run.group())
    parts, at = [], 0
    for found in _MULTIBYTE.finditer(inside):
        parts += [run.group()[at : found.start()], found.group().decode("utf-8", "replace")]
        at = found.end()
    return "".join(parts) + run.group()[at:]


def _single_byte(near: bytes) -> str:
    """Windows-1252, or the code in which the letters of Swedish words are letters, if they plainly are."""
    hits = {codec: pattern.findall(near) for codec, pattern in _SWEDISH.items()}
    best = max(hits, key=lambda codec: len(hits[codec]))
    sure = len(hits[best]) >= max(_SURE, 2 * len(hits["cp1252"])) and len(set(hits[best])) > 1
    strange = not hits["cp1252"] and not _STRANGE[best].isdisjoint(hits[best])
    return best if sure or strange else "cp1252"


def _first_invalid(data: bytes) -> int | None:
    """Offset of the first byte that is no UTF-8, found without holding the decoded text."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    for at in range(0, len(data), _CHUNK):
        try:
            decoder.decode(data[at : at + _CHUNK], at + _CHUNK >= len(data))
        except UnicodeDecodeError as error:
            return max(0, at + error.start)
    return None
