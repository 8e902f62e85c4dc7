"""Values of records in words: levels, times of day, lengths."""

from __future__ import annotations

from matcher.taxonomy.facts.certificates import certificate_name

_WORDS: dict[str, tuple[str, str]] = {
    "evening": ("kvällar", "evenings"), "night": ("nätter", "nights"), "weekend": ("helger", "weekends"),
    "early": ("tidiga morgnar", "early mornings"), "shift": ("skift", "shifts"), "on_call": ("jour", "on call"),
    "police_record": ("utdrag ur belastningsregistret", "a police record extract"),
    "security_clearance": ("säkerhetsprövning", "a security check"),
    "credit_check": ("kreditupplysning", "a credit check"), "drug_test": ("drogtest", "a drug test"),
    "none": ("ingen skolgång", "no schooling"), "primary": ("grundskola", "primary school"),
    "upper_secondary": ("gymnasium", "upper secondary school"), "post_secondary": ("eftergymnasial", "post-secondary"),
    "tertiary": ("högskola", "university"), "doctoral": ("forskarutbildning", "doctoral studies"),
    "full": ("heltid", "full time"), "part": ("deltid", "part time"),
    "any": ("heltid eller deltid", "full or part time"), "car": ("bil", "a car"),
    "licensed": ("legitimerad", "licensed"), "applied": ("har ansökt", "applied for"),
    "knowledge_test": ("kunskapsprov", "knowledge test"), "not_begun": ("inte påbörjad", "not begun"),
}  # fmt: skip


def value_word(value: str, lang: str, kind: str = "") -> str:
    """Word a value that records have, such as a level of education or a time of day.

    Parameters
    ----------
    value : str
    lang : {"sv", "en"}
    kind : str
        Kind of the requirement that it is the value of, where that tells what a word is: ``truck`` is a card among
        certificates and a vehicle among skills.

    Examples
    --------
    >>> value_word("upper_secondary", "sv"), value_word("night", "en"), value_word("truck", "en", "certificate")
    ('gymnasium', 'nights', 'forklift card')
    """
    if kind == "certificate":
        return certificate_name(value, lang)
    if kind == "citizenship" and value == "SE":
        return ("svenskt", "Swedish")[side(lang)]
    return _WORDS[value][side(lang)] if value in _WORDS else value.replace("_", " ")


def side(lang: str) -> int:
    """Place of a language in a pair of words.

    Examples
    --------
    >>> ("nätter", "nights")[side("en")]
    'nights'
    """
    return 0 if lang == "sv" else 1


def duration(years: float, lang: str) -> str:
    """Word a length of time as people say it: months below a year, halves, else one decimal.

    Examples
    --------
    >>> [duration(years, "sv") for years in (0.58, 1, 1.33, 2.5, 9.12)]
    ['7 månader', '1 år', '16 månader', '2,5 år', '9,1 år']
    >>> duration(1, "en"), duration(0.083, "en"), duration(3.67, "en")
    ('1 year', '1 month', '3.7 years')
    """
    at = side(lang)
    if years < 1 or (years < 2 and years % 0.5):
        months = max(round(years * 12), 1)
        if months % 12:
            return f"{months} {('månader' if months > 1 else 'månad', 'months' if months > 1 else 'month')[at]}"
    rounded = round(years, 1)
    number = f"{rounded:g}"
    return f"{(number.replace('.', ','), number)[at]} {('år', 'year' if rounded == 1 else 'years')[at]}"
