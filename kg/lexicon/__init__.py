"""What is known of the language and of the institutions, compiled from the ontology."""
