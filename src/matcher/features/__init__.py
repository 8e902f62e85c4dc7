"""Features: what words and facts of a record count as.

The ranking takes its terms from ``terms``, ``quickterms``, ``termloops``, ``texts`` and ``workwords`` and builds no
matrices. ``blocks`` and ``columns`` are for people who fit models of their own: the same terms, concepts and levels as
scikit-learn transformers (``examples/external_ranker.py`` ranks by them). Nothing else in the library imports those.
"""
