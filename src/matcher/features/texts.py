"""Which texts of a record are about work, and so may be compared."""

from __future__ import annotations

from matcher.features.workwords import occupations_named, skills_named, title_alone
from matcher.records import JobAd, Profile


def profile_texts(profile: Profile) -> list[str]:
    """Return the occupations that titles name, and the skills that any free text names.

    Examples
    --------
    >>> from matcher.records import Skill
    >>> profile_texts(Profile(id="1", skills=[Skill(label="truckkörning"), Skill(label="kommer från Iran")]))
    ['truckkörning']
    """
    texts = [job.duties or "" for job in profile.experience]
    texts += [s.label for s in profile.skills + profile.informal_skills]
    texts += [*profile.wishes, *(e.field for e in profile.education if e.field)]
    # Together, since nothing that is named goes on in another line, and many short texts take longer than a long one.
    titles = "\n".join(job.title for job in profile.experience)
    return list(filter(None, [occupations_named(titles), skills_named("\n".join(texts))]))


def profile_titles(profile: Profile) -> list[str]:
    """Return each title held or wished for once, without words that tell of the person."""
    titles = [*(job.title for job in profile.experience), *profile.wishes]
    return list(dict.fromkeys(filter(None, map(title_alone, titles))))


def ad_titles(ad: JobAd) -> list[str]:
    """Return headline and occupation label."""
    return [ad.headline, ad.occupation.label or ""]


def ad_texts(ad: JobAd) -> list[str]:
    """Return headline (twice: it says what the text is about), occupation label and text."""
    return [*ad_titles(ad), ad.headline, ad.text]
