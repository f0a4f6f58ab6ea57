"""Chunks → who stands there: the person with the office, however the sentence puts them together."""
