"""KnowledgeBase → files."""
