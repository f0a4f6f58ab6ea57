"""KnowledgeBase → how it moves: events, actors and ties by month, with the ties that are new and those seen no more."""

from __future__ import annotations

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
    place = {month: number for number, month in enumerate(months)}
    codes = np.array([place[month] if month else -1 for month in month_of], dtype=np.int64)
    count = len(incidence.actors)
    first_actor = np.full(count, len(months))
    dated = codes[incidence.unit] >= 0
    np.minimum.at(first_actor, incidence.actor[dated], codes[incidence.unit[dated]])
    ties = [_ties(incidence.matrix[:, codes == number]) for number in range(len(months))]
    every = np.concatenate([*ties, np.zeros(0, dtype=np.int64)])
    when = np.repeat(np.arange(len(ties)), np.array([len(found) for found in ties], dtype=np.int64))
    first = when[np.unique(every, return_index=True)[1]]
    last = when[::-1][np.unique(every[::-1], return_index=True)[1]]
    new, gone = (np.bincount(months_of, minlength=len(ties)) for months_of in (first, last))
    rows: list[tuple[Value, ...]] = []
    for number, month in enumerate(months):
        actors = np.unique(incidence.actor[codes[incidence.unit] == number])
        rows.append((
            month, int((codes == number).sum()), len(actors), int((first_actor == number).sum()), len(ties[number]),
            int(new[number]), int(gone[number]) if number < len(months) - 1 else None,
        ))  # fmt: skip
    figures: dict[str, Value] = {
        "months": len(months),
        "undated_units": int((codes < 0).sum()),
        "ties_once": int((first == last).sum()),
        "ties_again": int((first != last).sum()),
    }
    columns = "month units:integer actors:integer new_actors:integer ties:integer new_ties:integer gone_ties:integer"
    return section("change", figures, [table("months", columns, rows)], [*subject.notes, Note("gone_ties")])


def _months(subject: Subject) -> list[str | None]:
    """The month of each unit: of the event's own date, or of publication when units are articles."""
    if subject.graph == "cooccurrence":
        articles = subject.facts.articles
        published = dict(zip(articles.numbers.at, articles.published, strict=False))
        return [(published.get(unit) or "")[:7] or None for unit in subject.incidence.units]
    events = subject.facts.events
    numbers = [events.numbers.at[unit] for unit in subject.incidence.units]
    days = [(events.dates[at], events.precision[at]) for at in numbers]
    return [day[:7] if day and precision in ("day", "month") else None for day, precision in days]


def _ties(matrix: sparse.csr_array) -> np.ndarray:
    """The pairs that share a unit, each as one number."""
    upper = sparse.coo_array(sparse.triu(shared(sparse.csr_array(matrix)), k=1))
    return np.asarray(upper.row.astype(np.int64) * matrix.shape[0] + upper.col)
