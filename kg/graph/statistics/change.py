"""KnowledgeBase → how it moves: events, actors and ties by month, with the ties that are new and those seen no more."""

from __future__ import annotations

from collections import Counter

import numpy as np
from scipy import sparse

from kg.graph.incidence import shared
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import Subject
from kg.graph.statistics.tables import Note, Section, Value, section, table


def change(subject: Subject, options: Options) -> Section:
    """A row a month of the events' own dates (of publication, when the graph is of articles)."""
    incidence = subject.incidence
    month_of = _months(subject)
    months = sorted({month for month in month_of if month})
    codes = np.array([months.index(month) if month else -1 for month in month_of], dtype=np.int64)
    count = len(incidence.actors)
    first_actor = np.full(count, len(months))
    dated = codes[incidence.unit] >= 0
    np.minimum.at(first_actor, incidence.actor[dated], codes[incidence.unit[dated]])
    ties = [_ties(incidence.matrix[:, codes == number]) for number in range(len(months))]
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for number, found in enumerate(ties):
        for tie in found.tolist():
            first.setdefault(tie, number)
            last[tie] = number
    new, gone = Counter(first.values()), Counter(last.values())
    rows: list[tuple[Value, ...]] = []
    for number, month in enumerate(months):
        actors = set(incidence.actor[codes[incidence.unit] == number].tolist())
        rows.append((
            month, int((codes == number).sum()), len(actors), int((first_actor == number).sum()), len(ties[number]),
            new[number], gone[number] if number < len(months) - 1 else None,
        ))  # fmt: skip
    figures: dict[str, Value] = {
        "months": len(months),
        "undated_units": int((codes < 0).sum()),
        "ties_once": sum(first[tie] == last[tie] for tie in first),
        "ties_again": sum(first[tie] != last[tie] for tie in first),
    }
    columns = "month units:integer actors:integer new_actors:integer ties:integer new_ties:integer gone_ties:integer"
    return section("change", figures, [table("months", columns, rows)], [*subject.notes, Note("gone_ties")])


def _months(subject: Subject) -> list[str | None]:
    """The month of each unit: of the event's own date, or of publication when units are articles."""
    if subject.graph == "cooccurrence":
        published = {node.article: node.published for node in subject.base.articles.values()}
        return [(published.get(unit) or "")[:7] or None for unit in subject.incidence.units]
    events = [subject.base.events[unit] for unit in subject.incidence.units]
    return [e.date[:7] if e.date and e.precision in ("day", "month") else None for e in events]


def _ties(matrix: sparse.csr_array) -> np.ndarray:
    """The pairs that share a unit, each as one number."""
    upper = sparse.coo_array(sparse.triu(shared(sparse.csr_array(matrix)), k=1))
    return np.asarray(upper.row.astype(np.int64) * matrix.shape[0] + upper.col)
