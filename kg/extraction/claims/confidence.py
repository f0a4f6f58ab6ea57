"""Rules → how often what they say is right, as measured on annotated articles and kept with the ontology."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OntologyError


@dataclass(frozen=True)
class Confidence:
    """The share of right claims of each rule; `fallback` for a rule that was never measured."""

    shares: dict[str, float]
    fallback: float

    def of(self, rule: str) -> float:
        """The confidence of a claim made by a rule, between 0 and 1; a longer rule falls back to its beginning."""
        while rule:
            if rule in self.shares:
                return self.shares[rule]
            rule = rule.rpartition("-")[0]
        return self.fallback


def load_confidence(root: Path) -> Confidence:
    """Read `confidence.toml` of an ontology folder; raises OntologyError where it is not of that form."""
    path = root / "confidence.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        return Confidence({rule: float(share) for rule, share in table["rules"].items()}, float(table["fallback"]))
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise OntologyError(
            f"no usable table of confidences: {error}",
            where=str(path),
            hint="write it anew with `kg evaluate --calibrate`",
        ) from None
