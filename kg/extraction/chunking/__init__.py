"""A sentence and its hits → chunks: persons, institutions, offices, events, cues, places, days."""
