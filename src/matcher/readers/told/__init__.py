"""What the lines and sentences of a CV or a note say of a person.

- ``curriculum`` (the reader), ``reading`` (section by section), ``loose`` (what stands in none, by its
  ``sentences``), ``top`` (its head)
- jobs: ``jobs`` and ``joborder`` (lines), ``toldjobs``, ``toldtitles``, ``doneat``, ``inorder`` (sentences),
  ``workapart``
- schools: ``schoollines``, ``toldschools``; papers: ``paperlines``; skills: ``skills``
- plans: ``planlines``, in sentences ``asked`` (work wanted) and ``refusals``
- ``prose``: named facts from a text that is not kept
"""
