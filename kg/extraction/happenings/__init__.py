"""Sentences with their parts → events: what, when, where."""
