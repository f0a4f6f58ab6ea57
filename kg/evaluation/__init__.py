"""How right the extraction is: annotated articles against the lines of `kg extract` and `kg link`."""
