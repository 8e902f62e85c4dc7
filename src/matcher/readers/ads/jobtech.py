"""Ads of JobTech's open interfaces: JobSearch, JobStream with removals, historical files, raw Elastic answers."""

from __future__ import annotations

from typing import Literal

from matcher.readers.ads.adrecord import read_json_ads
from matcher.readers.ads.jobtech_record import jobtech_ad
from matcher.readers.fields import tally_of
from matcher.readers.files.jsonvalues import first_record
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_flag
from matcher.readers.report import Batch
from matcher.records import JobAd

_MARKS = frozenset({"description", "workplace_address", "must_have", "removed", "application_deadline"})


class JobTechReader:
    """Reads JobSearch hits, JobStream arrays, JSON Lines of ads and single ads, in the shapes of every year.

    Examples
    --------
    >>> line = '{"id": 7, "headline": "Kock", "description": {"text": "Vi lagar."}, "access_to_own_car": true}'
    >>> ad = READER.read(Source("ads.jsonl", line.encode()))[0]
    >>> ad.id, ad.text, [(row.kind, row.source) for row in ad.structured]
    ('7', 'Vi lagar.', [('own_car', 'access_to_own_car')])
    """

    name = "jobtech"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by the fields of the first record; an answer without hits counts too."""
        record = first_record(source)
        if record is None:
            return source.head.rstrip() == "[]" or ('"hits"' in source.head and source.head.startswith("{"))
        if "id" not in record or "$schema" in record:
            return False
        if as_flag(record.get("removed")):
            return True
        described = isinstance(record.get("description"), dict)
        return described or ("headline" in record and len(_MARKS & record.keys()) >= 1)

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the ads; a removal closes an ad that stood before it in the same source."""
        return read_json_ads(source, jobtech_ad, tally_of("jobtech"))


READER = JobTechReader()
