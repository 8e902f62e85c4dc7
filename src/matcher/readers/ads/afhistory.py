"""Historical ads of 2006-2016 in their raw form: flat objects with names in capitals, every value a text.

Only a few names of that export are known; whatever else stands in a record is in the report as no field of the format.
"""

from __future__ import annotations

from typing import Literal

from matcher.readers.ads.adrecord import Place, make_ad, read_json_ads
from matcher.readers.fields import tally_of
from matcher.readers.files.jsonvalues import first_record
from matcher.readers.files.markup import without_markup
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_count, as_text
from matcher.readers.report import Batch
from matcher.records import JobAd
from matcher.taxonomy.facts.municipalities import municipality_of

_IDS = ("PLATSNUMMER", "ANNONS_ID", "ANNONSID", "ID")


class AfHistoryReader:
    """Reads raw historical ads, a JSON object a line.

    Examples
    --------
    >>> line = '{"PLATSNUMMER": "9", "PLATSBESKRIVNING": "Vi lagar lunch.", "KOMMUN_KOD": "0184"}'
    >>> ad = READER.read(Source("2012.jsonl", line.encode()))[0]
    >>> ad.id, ad.text, ad.municipality
    ('9', 'Vi lagar lunch.', 'Solna')
    """

    name = "afhistory"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by ``PLATSBESKRIVNING``."""
        record = first_record(source)
        return record is not None and "PLATSBESKRIVNING" in record

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the ads."""
        return read_json_ads(source, _ad, tally_of("afhistory"), id_fields=_IDS)


def _ad(record: dict[str, object], ad_id: str, place: Place) -> JobAd:
    text = as_text(record.get("PLATSBESKRIVNING"))
    code = as_text(record.get("KOMMUN_KOD")).strip()
    where = municipality_of(code.zfill(4)) if code.isdigit() else None
    vacancies = as_count(said := record.get("ANTAL_PLATSER"))
    place.expect(vacancies, said or None, "a number of vacancies", "ANTAL_PLATSER")
    place.expect(where, code, "a municipality's code", "KOMMUN_KOD")
    return make_ad(
        place,
        id=ad_id,
        headline=as_text(record.get("PLATSRUBRIK") or record.get("RUBRIK")).strip(),
        text=without_markup(text),
        occupation={"label": as_text(record.get("YRKE_BENAMNING")).strip() or None},
        municipality=where.name if where else None,
        municipality_code=where.code if where else None,
        vacancies=vacancies,
    )


READER = AfHistoryReader()
