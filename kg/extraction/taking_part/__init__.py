"""Holders and cues of a sentence → who did what in it, and who did not."""
