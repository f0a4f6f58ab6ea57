"""The walk of a datum, in its order: articles → documents → records → linked records → knowledge base → files.

Who only reads articles, in a process of its own say, does without what links and draws them: `build` is a module apart.
"""

from kg.pipeline.extraction import Extraction
from kg.pipeline.quotes import verify

__all__ = ["Extraction", "verify"]
