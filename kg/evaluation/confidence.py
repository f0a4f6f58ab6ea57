"""Judged claims → the shares of `ontology/confidence.toml`, by which extraction says how sure it is."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from kg.errors import OntologyError
from kg.evaluation.reliability import Judged, Row, by_rule, smoothed

SUREST = 0.99  # a share that rounds to more is no certainty
FEWEST = 5  # claims of a rule below which its share stays that of the longest listed beginning of its name


def calibrated(path: Path, claims: Sequence[Judged]) -> bytes:
    """The file's new content: measured shares for the rules with enough claims, the other rules as they are.

    Raises OntologyError where the file is not of that form.
    """
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
        fallback, rules = float(data["fallback"]), {str(k): float(v) for k, v in data["rules"].items()}
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        hint = "give `fallback` and a table of `rules`"
        raise OntologyError(f"is no table of shares ({error})", where=str(path), hint=hint) from error
    for rule in list(rules):  # the share of a beginning is that of all rules that begin so
        together = by_rule(claim._replace(rule=rule) for claim in claims if f"{claim.rule}-".startswith(f"{rule}-"))
        rules |= _shares(together)
    rules |= _shares(by_rule(claims))
    head = "".join(f"{line}\n" for line in text.splitlines() if line.startswith("#"))
    body = "".join(f"{rule} = {share}\n" for rule, share in sorted(rules.items()))
    return f"{head}fallback = {fallback}\n\n[rules]\n{body}".encode()


def _shares(rows: Sequence[Row]) -> dict[str, float]:
    return {row.label: min(round(smoothed(row), 2), SUREST) for row in rows if row.claims >= FEWEST}
