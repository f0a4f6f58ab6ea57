"""Linked records → KnowledgeBase, and its views."""
