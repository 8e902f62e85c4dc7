"""Which texts of a record are about work, and so may be compared."""

from __future__ import annotations

from matcher.records import JobAd, Profile


def profile_texts(profile: Profile) -> list[str]:
    """Return titles, duties, skills, wishes and fields of study; a profile keeps no other text.

    Examples
    --------
    >>> profile_texts(Profile(id="1", wishes=["Kock"]))
    ['Kock']
    """
    texts = [f"{job.title} {job.duties or ''}" for job in profile.experience]
    texts += [s.label for s in profile.skills + profile.informal_skills]
    return texts + list(profile.wishes) + [e.field for e in profile.education if e.field]


def profile_titles(profile: Profile) -> list[str]:
    """Return each title held or wished for once."""
    return list(dict.fromkeys([job.title for job in profile.experience] + list(profile.wishes)))


def ad_titles(ad: JobAd) -> list[str]:
    """Return headline and occupation label."""
    return [ad.headline, ad.occupation.label or ""]


def ad_texts(ad: JobAd) -> list[str]:
    """Return headline (twice: it says what the text is about), occupation label and text."""
    return [*ad_titles(ad), ad.headline, ad.text]
