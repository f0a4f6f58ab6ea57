"""Loaded once, before the processes of a build are made: they are born with it, each shares it and none loads it again.

What is wrong with the ontology is told by the process that asks for it, not here.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import kg.pipeline.telling  # noqa: F401 - for those that come after
from kg.errors import KGError
from kg.lexicon.compile import load_lexicon
from kg.linking.body_words import default_body_words
from kg.linking.words import default_words
from kg.model import Article
from kg.ontology_files import ontology_folder
from kg.pipeline.collecting import seldom_collected
from kg.pipeline.extraction import Extraction

_made: dict[Path, Extraction] = {}


def extraction_of(ontology: Path) -> Extraction:
    """What reads articles with the ontology of a folder; raises OntologyError as `load_lexicon` does."""
    if ontology not in _made:
        _made[ontology] = Extraction(load_lexicon(None if ontology == ontology_folder() else ontology))
    return _made[ontology]


seldom_collected()
with suppress(KGError):
    extraction_of(ontology_folder()).record(Article("", "."))  # which makes what the first article needs
    default_words()
    default_body_words()
seldom_collected()  # what was made by now stays as well
