"""Compiling ahead: a machine is made ready once, so that no later process waits for it."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.records import JobAd, Profile, Requirement

if TYPE_CHECKING:
    from matcher.ranking.kernel.kernel import Kernel

VARIABLE = "NUMBA_CACHE_DIR"
"""What numba reads the folder of compiled code from when it is first loaded in a process."""


def warm(cache: str | os.PathLike[str] | None = None) -> bool:
    """Compile the kernel, and what looks up many labels and reads many ads, and keep them.

    The library's modules are compiled to byte code too, which an installation does and a checkout, or an image that was
    built without, does not.

    Parameters
    ----------
    cache : path, optional
        Folder to keep compiled code in, made if it is not there. Later processes find it by the environment variable
        ``NUMBA_CACHE_DIR``. Without it the folder is the one that numba chooses: beside the library, else the user's.
        It is heeded where numba has not been loaded yet.

    Returns
    -------
    bool
        Whether there is a compiled kernel now: not where numba is not installed.

    Raises
    ------
    OSError
        The folder cannot be made.
    """
    if cache is not None:
        Path(cache).mkdir(parents=True, exist_ok=True)
        os.environ[VARIABLE] = str(Path(cache).resolve())
    from compileall import compile_dir

    from matcher.ranking.kernel.kernel import compiled_kernel

    with resources.as_file(resources.files("matcher")) as package:
        compile_dir(package, quiet=2)  # what cannot be written is compiled by each process, as ever
    kernel = compiled_kernel()
    if kernel is None:
        return False
    from matcher.features import quickterms
    from matcher.taxonomy.normalizing import labelscan
    from matcher.taxonomy.scanning import quickscan

    labelscan.compile_ahead()
    quickscan.compile_ahead()
    quickterms.compile_ahead()
    _scan_once(kernel)
    return True


def _scan_once(kernel: Kernel) -> None:
    """Compile a scan by one: types alone are compiled for, so that any ad and any person will do."""
    from matcher.ranking.components import DEFAULT_COMPONENTS
    from matcher.ranking.gates import DEFAULT_GATES
    from matcher.ranking.lookup import Lookup
    from matcher.ranking.person import Person
    from matcher.ranking.scan import Scan
    from matcher.ranking.table import AdTable, open_on
    from matcher.ranking.weights import default_weights
    from matcher.taxonomy import Taxonomy

    lookup = Lookup(Taxonomy.starter())
    ad = JobAd(id="1", headline="Kock", requirements=(Requirement(kind="physical", value=True, necessity="must"),))
    table = AdTable([lookup.prepared(ad)], lookup, DEFAULT_GATES)
    scanned = Scan(table, DEFAULT_COMPONENTS, default_weights(), kernel).of(Person(Profile(id="1"), lookup))
    best = scanned.best(1, open_on(table.deadline, None), include_blocked=True)
    scanned.exactly(best.ads)
    scanned.contributions(best.ads)
    codes = kernel.close.word_codes(ad.headline)
    kernel.close.common(codes, codes)
