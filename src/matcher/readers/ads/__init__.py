"""Ads, one module a format; and what their formats have in common."""
