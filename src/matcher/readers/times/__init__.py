"""Days, periods and lengths of time, as people write them.

- ``dates`` brings the many ways into one form, ``durations`` reads lengths, ``periods`` both, ``months`` counts
"""
