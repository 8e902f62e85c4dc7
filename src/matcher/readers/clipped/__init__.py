"""Notes in clipped words: clauses without a verb, each told by its own words and read by the grammar of its kind.

- ``apart`` does it all: ``sentences`` first, ``runs`` (clauses side by side), ``clauses`` (their kinds)
- by kind: ``jobs``, ``schools``, ``tonguelists``, ``wishes``
"""
