"""One ad against everybody: people in columns.

``people`` lays them out, ``scan`` judges and scores them and finds the best. ``texts`` finds a label's words in many
texts at once; ``inverted`` looks things up the other way round, for the sieve of one person's scan too.
"""
