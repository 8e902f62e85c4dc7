"""Count in how many ads each term stands and write the table that ``matcher.features.terms`` weighs by.

    python benchmarks/term_weights.py ADS.jsonl... > src/matcher/features/term_weights.tsv

Only terms that stand in at least FLOOR ads are written: words that rare tell nothing that the default does not, and a
name or a place of one employer never gets in.
"""

import sys
from collections import Counter

from matcher.features.terms import count_terms
from matcher.readers import read_ads

FLOOR = 12


def main() -> None:
    frequencies: Counter[str] = Counter()
    seen: set[str] = set()
    for ad in read_ads(*sys.argv[1:]):
        if ad.text not in seen:
            seen.add(ad.text)
            frequencies.update(set(count_terms([ad.headline, ad.text])))
    print("# document frequencies of terms in job ads: first the number of ads and the least frequency listed")
    print(f"{len(seen)}\t{FLOOR}")
    for term, n in sorted(frequencies.items()):
        if n >= FLOOR:
            print(f"{term}\t{n}")


if __name__ == "__main__":
    main()
