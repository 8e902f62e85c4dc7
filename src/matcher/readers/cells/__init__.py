"""What caseworkers write in one cell, a grammar a module; each returns what it is sure of, the rest stays unknown.

- any cell: ``words`` (silence, yes or no, lists), ``shortforms`` (clipped words), ``wished`` (what somebody has not
  yet); ``alone``: headers of one thing
- languages: ``tongues`` (names), ``language`` (one, its level), ``hedged``, ``languagelists``, ``courses`` (of Swedish)
- schools: ``education``; ``degrees`` and ``studies`` (what is said of them), ``practising`` (what stands beside them)
- jobs: ``work`` (one), ``worklist`` (several), ``overlaps``, ``parts`` (of their years)
- who works there: ``titles``, ``doing``, ``workplaces``; ``familiar``: whether words name work or skills at all
- where a job or a school was: ``places``; how well somebody can do something: ``howwell``
- licences to drive: ``licence``, ``licenceclasses``
- cards and licences to practise: ``papers``, ``lacking``, ``cardsapart``
- what is wanted: ``wanted`` (a cell of wishes), ``plans`` (its parts), ``worktime``, ``clocktimes``, ``firstday``
"""
