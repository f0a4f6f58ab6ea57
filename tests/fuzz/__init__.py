"""Hostile input: campaigns of made-up and mutated input against every door of the program. `make fuzz` runs them."""
