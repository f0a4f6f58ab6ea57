"""A built folder → explorer, read-only SPARQL endpoint and a page an entity, on this machine."""
