"""What may not be kept, by law or by design, and how it leaves a text while the facts beside it stay.

- ``protected`` and ``ownwords`` tell it by wordings and by words, ``personnames`` names, ``others`` other people
- ``statements`` tells sentences among names (skills, wishes, titles)
- ``cleansing`` takes it out of a text; ``permitted`` and ``beside`` keep the fact that stands beside it
"""
