"""Ads, one module a format; and what their formats have in common.

- formats: ``jobtech``, ``joblinks``, ``afsource``, ``afhistory``, ``lines``, ``jsonld``, ``eures``, ``jsonresumejob``,
  ``feeds``, ``adsheet``, ``pasted``, ``plainad``
- parts of them: ``jobtech_record``, ``schemaorg``, ``schemaorg_rows``, ``pasted_rows``, ``adcolumns``, ``adtext``
- common: ``adrecord`` (a record), ``whereabouts`` (its places), ``rows`` (its requirements), ``duplicates`` (one job
  twice); ``jobstream`` (fetching)
"""
