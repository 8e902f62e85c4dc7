"""JobAd Links: JobTech's collection of ads from other sites, a scraped schema.org posting each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from matcher.patterns import late
from matcher.readers.ads.adrecord import Place, read_json_ads
from matcher.readers.ads.schemaorg import place_name, posting_ad
from matcher.readers.fields import tally_of
from matcher.readers.files.jsonvalues import first_record
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_list, as_text
from matcher.readers.report import Batch
from matcher.records import JobAd
from matcher.taxonomy.facts.municipalities import Municipality

_SSYK = late(r"\d{4}")


class JobLinksReader:
    """Reads a daily snapshot (a JSON object a line). Such ads often hold no full text, only a brief description.

    Examples
    --------
    >>> line = '{"id": "L1", "ssyk_lvl4": "5120", "originalJobPosting": {"@type": "JobPosting", "title": "Kock"}}'
    >>> ad = READER.read(Source("links.ndjson", line.encode()))[0]
    >>> ad.id, ad.headline, ad.occupation_group
    ('L1', 'Kock', '5120')
    """

    name = "joblinks"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by the field ``originalJobPosting``."""
        record = first_record(source)
        return record is not None and isinstance(record.get("originalJobPosting"), dict)

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the ads."""
        postings = tally_of("schemaorg")

        def make(record: dict[str, object], ad_id: str, place: Place) -> JobAd:
            posting = record.get("originalJobPosting")
            posting = posting if isinstance(posting, dict) else {}
            postings.see(posting)
            where = _where(as_list(record.get("workplace_addresses")), place)
            return posting_ad(posting, ad_id, place, where, **_known(record, posting, place))

        batch = read_json_ads(source, make, tally_of("joblinks"))
        fields = (*batch.fields, *(f"originalJobPosting.{path}" for path in postings.used()))
        return Batch(batch.records, (*batch.notes, *postings.notes(source.name)), batch.removed, fields)


def _known(record: Mapping[str, object], posting: Mapping[str, object], place: Place) -> dict[str, object]:
    """Fields that JobTech states beside the posting, where it does."""
    known: dict[str, object] = {}
    if not as_text(posting.get("description")).strip() and (brief := as_text(record.get("brief_description"))):
        known["text"] = brief
    if _SSYK.fullmatch(code := as_text(record.get("ssyk_lvl4"))):
        known["occupation_group"] = code
    place.expect(known.get("occupation_group"), code, "a code of SSYK 2012", "ssyk_lvl4")
    if language := as_text(record.get("detected_language")).lower():
        known["language"] = language
    if deadline := as_text(record.get("application_deadline")):
        known["deadline"] = deadline
    return known


def _where(addresses: Sequence[object], place: Place) -> list[Municipality]:
    """Municipalities of all workplaces."""
    places = []
    for address in addresses:
        name = as_text(address.get("municipality")) if isinstance(address, dict) else as_text(address)
        place.expect(found := place_name(name), name, "a Swedish municipality", "workplace_addresses.municipality")
        places += [found] if found else []
    return places


READER = JobLinksReader()
