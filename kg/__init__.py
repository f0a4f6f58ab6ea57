"""A knowledge graph of actors and institutions, from Indonesian local news about election security."""

__version__ = "0.1.0"
