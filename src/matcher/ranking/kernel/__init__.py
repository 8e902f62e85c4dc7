"""The scan's inner loops: a small interface, a plain form, and loops that numba compiles.

``kernel`` is the interface and the plain form; few pairs are found by it, and numba is not loaded for them. ``layout``
puts the ads into the order in which both go through them, ``closely`` looks at the few ads of a list. In the compiled
form ``compiled`` hands the arrays over (``parts`` numbers them, ``parcel`` is how they travel; ``leaves`` and ``words``
hold what lies together for one ad) to ``loops``: ``sums`` adds up what is cheap for all ads, ``candidates`` chooses
which of them to look at, ``looks`` looks, ``heap`` keeps the list; ``lanes`` compares many neighbours at once for them.
"""
