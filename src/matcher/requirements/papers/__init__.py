"""Families of what is shown on paper: licences, certificates, professions, checks."""
