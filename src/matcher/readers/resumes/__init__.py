"""CVs in formats with named fields, one module a format; and what these have in common.

- formats: ``saved``, ``jsonresume``, ``europass``, ``linkedin``, ``kandidat``, ``myskills``
- parts of one: ``passport`` and ``candidate`` of ``europass``, ``resumekeys`` of ``jsonresume``
- common: ``cvparts``, ``summaries``
"""
