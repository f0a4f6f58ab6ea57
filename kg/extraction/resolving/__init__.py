"""Holders of an article → one person for all mentions, one entity for each institution."""
