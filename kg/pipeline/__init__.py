"""The walk of a datum, in its order: articles → documents → records → linked records → knowledge base → files."""

from kg.pipeline.build import Options, Result, build, write_views
from kg.pipeline.extraction import Extraction, verify

__all__ = ["Extraction", "Options", "Result", "build", "verify", "write_views"]
