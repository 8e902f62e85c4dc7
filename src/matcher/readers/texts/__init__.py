"""Documents as lines of text, and lines of text as sections under headings.

- documents: ``opened`` (any), ``document`` (DOCX), ``opendocument`` (ODT), ``pdf``, ``pdfchild``
- how a page is laid out: ``laidout`` (columns), ``pageedges`` (its number, heads and feet)
- what is written out first: ``signs``, ``shorthand``, ``questions`` (forms that ask, talks), ``testimonials``
- ``sections`` parts a text by ``headings`` and ``formlabels``; ``belongs`` and ``labelled`` tell what goes on
"""
