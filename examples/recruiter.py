"""A recruiter's side: who fits an ad, and why, without a name, an age or an origin to look at.

python examples/recruiter.py
"""

from __future__ import annotations

from matcher import JobAd, Matcher, read_requirements
from matcher.demo import example_people

AD = JobAd(
    id="our-ad",
    headline="Kock till lunchkök i Flemingsberg",
    text=(
        "Vi lagar lunch till tvåhundra gäster om dagen.\n\n"
        "Du har minst två års erfarenhet som kock.\n"
        "Du kan göra dig förstådd på svenska eller engelska.\n"
        "Kunskap om livsmedelshygien är meriterande."
    ),
    municipality="Huddinge",
    municipality_code="0126",
)


def main() -> None:
    print("What the ad asks for, as it is read:")
    for row in read_requirements(AD):
        print(f"  {row.necessity:12} {row.kind:12} {row.quote!r}")

    ranking = Matcher(example_people()).rank([AD], k=5)
    print("\nPeople, best first:")
    for match in ranking[0].matches:
        print(f"  {match.rank}. {match.id}  {match.score} points, {match.tier}")
        for judged in match.verdicts:
            print(f"       {judged.verdict:8} {judged.requirement.kind:12} {judged.evidence or ''}")


if __name__ == "__main__":
    main()
