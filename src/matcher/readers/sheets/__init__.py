"""Tables of people: where a header is, what columns mean, and each row as a person.

- a table: ``sheet`` (the reader), ``layout``, ``headers``, ``grouped`` (of two rows), ``turned``, ``legends`` (codes)
- a column by its header: ``columns``, ``naming`` (fields), ``attributes`` (years, level), ``eachone``, ``composite``
- a column by its cells: ``contents``, ``cellkinds``, ``hints`` (with its header), ``bycells`` (without one)
- rows: ``tablerows``, ``rowkinds`` (totals, remarks), ``shifted``, ``rowcells``; ``mapping`` gives columns to correct
- a person: ``persons``, by field ``languagecells``, ``swedishcells``, ``papercells``, ``plancells``, ``prose``
- what nobody understood: ``leftovers``
"""
