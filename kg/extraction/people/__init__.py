"""Words → names of people, with ranks, honorifics and degrees."""
