"""A sentence with its hits → what the rules for names, bodies and posts ask of it; the days that it tells."""
