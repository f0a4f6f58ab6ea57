"""Words → offices: a post, and the institution that it is in."""
