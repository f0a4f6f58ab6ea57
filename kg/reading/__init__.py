"""Files → Article → Document."""
