"""A query that found nothing → the terms in it that the graph does not know: the likeliest reason, and no finding.

Who writes `kg:leed` gets no rows, as who asks after something that never happened does; only the first is a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

import pyoxigraph as ox

from kg.graph.sparql import Engine
from kg.graph.terms import DEFAULT_BASE, prefixes
from kg.ontology import NS
from kg.ontology_files import ontology_folder

_QUOTED = re.compile(r"""<[^<>\s]*>|"{3}.*?"{3}|'{3}.*?'{3}|"[^"\n]*"|'[^'\n]*'|\#[^\n]*""", re.DOTALL)
_DECLARED = re.compile(r"(?i)\bprefix\s+([\w-]*):\s*<([^<>\s]*)>")
_NAME = re.compile(r"(?<![\w:?$@-])([A-Za-z][\w-]*):([\w-]+(?:\.[\w-]+)*)")
_ANYWHERE = "ASK {{ {{ {0} ?p ?o }} UNION {{ ?s {0} ?o }} UNION {{ ?s ?p {0} }} }}"
_MOST = 30  # terms that are looked up


def absent(query: str, engine: Engine, *, base_iri: str = DEFAULT_BASE) -> Iterator[str]:
    """A sentence for each prefixed name of the query that stands nowhere in the graph, with what may be meant."""
    known = prefixes(base_iri)
    known |= {name: iri for name, iri in _DECLARED.findall(query) if iri}
    text = _QUOTED.sub(" ", _DECLARED.sub(" ", query))
    for prefix, local in list(dict.fromkeys(_NAME.findall(text)))[:_MOST]:
        if ":" not in known.get(prefix, "") or engine(_ANYWHERE.format(f"<{known[prefix]}{local}>")).truth:
            continue
        shown = f"{prefix}:{local}"
        near = get_close_matches(local, sorted(_vocabulary() - {local}), n=1) if known[prefix] == NS else []
        if known[prefix] == NS and local not in _vocabulary():
            yield f"{shown} is no term of the vocabulary" + (f"; did you mean {prefix}:{near[0]}?" if near else "")
        else:
            yield f"{shown} stands nowhere in this graph"


def _vocabulary() -> set[str]:
    """The names of all terms of `kg:`."""
    path = ontology_folder() / "kg.ttl"
    quads = ox.parse(path=path, format=ox.RdfFormat.TURTLE)
    found = (quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode))
    return {iri.removeprefix(NS) for iri in found if iri.startswith(NS)}
