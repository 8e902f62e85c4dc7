"""Occupations and skills: concepts, words to concepts, nearness, mentions in text."""

from matcher.taxonomy.concepts import Concept, Hit, Link, Mention, Nearness
from matcher.taxonomy.link import link_ad, link_profile
from matcher.taxonomy.taxonomy import Taxonomy

__all__ = ["Concept", "Hit", "Link", "Mention", "Nearness", "Taxonomy", "link_ad", "link_profile"]
