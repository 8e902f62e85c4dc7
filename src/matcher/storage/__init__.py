"""A directory of arrays and lines that is never half written: immutable versions and a pointer to the newest.

::

    DIR/
    ├── current          name of the version to read and the SHA-256 of its manifest, one line
    ├── lock             held by whoever writes; the system lets go of it when a process dies
    └── v000002/         a version: written once, never changed
        ├── manifest.json    format, kind, facts, and size and SHA-256 of every file
        ├── NAME.npy         arrays, read with ``allow_pickle=False`` and memory-mapped
        └── NAME.lines       bytes; where each line begins is an array beside it

A version is written to the end and flushed to the disk before the pointer moves onto it with one ``os.replace``, so a
crash at any moment leaves the old version or the new one. Readers never see a file change. See
``docs/index.md``.
"""

from __future__ import annotations

from matcher.storage.publishing import Draft, Publication, writing
from matcher.storage.reading import Lines, Run, Version, is_store, open_newest

__all__ = ["Draft", "Lines", "Publication", "Run", "Version", "is_store", "open_newest", "writing"]
