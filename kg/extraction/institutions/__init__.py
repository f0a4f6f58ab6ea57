"""Words → institutions, by kind, name, number and place."""
