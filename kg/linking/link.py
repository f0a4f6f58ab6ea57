"""Records of `kg extract` → the same records with canonical ids: what `kg link` does, as a pure function.

The order of the records changes nothing; the result is sorted by article. Everything is linked from scratch, so adding,
changing or removing an article and linking again is the same as having had the other articles from the start.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kg.ids import digest
from kg.linking.comparison import Context
from kg.linking.constraints import Constraints
from kg.linking.decisions import Decision
from kg.linking.dividing import Divide, Dividing, alone, undivided
from kg.linking.events import Events
from kg.linking.found import Linked, ids_of
from kg.linking.institutions import Institution, Institutions
from kg.linking.parts import parts_of, with_parts
from kg.linking.persons import Persons
from kg.linking.profiles import Key
from kg.linking.references import References, constraints, unmet
from kg.linking.rewrite import Gone, decided_names, rewrite
from kg.linking.source import Here, InOrder, Known, Source
from kg.linking.telling import joined, put_away, seen, told, unsettled
from kg.linking.words import Words, default_words
from kg.model import Issue
from kg.records import Record
from kg.spool import Spool


def link(
    records: Iterable[Record],
    *,
    decisions: Sequence[Decision] = (),
    words: Words | None = None,
    problems: Callable[[Issue], None] | None = None,
) -> list[Record]:
    """Link the entities and events of all records; `docs/linking.md` says what they hold afterwards.

    `words` defaults to the installed ontology's; `problems` is told of decisions that name nothing.

    Raises RecordError when two records have one article id but not one content, LinkError when decisions contradict
    each other.
    """
    with Spool() as given:
        given.extend(records)
        return list(linked(given, decisions=decisions, words=words, problems=problems))


def linked(
    given: Spool,
    *,
    decisions: Sequence[Decision] = (),
    words: Words | None = None,
    folder: Path | None = None,
    problems: Callable[[Issue], None] | None = None,
    dividing: Dividing = alone,
) -> Iterator[Record]:
    """The same one record after another, by article, with what does not fit in memory in a folder.

    Raises as `link` does, OutputError when the disk is full.
    """
    words = words or default_words()
    with dividing(len(given)) as divide:
        source: Source = Here(InOrder(given)[:], divide, folder)
        found, gone = find(source, decisions, words, folder, divide)
    if problems:
        for issue in found.unmet:
            problems(issue)
    yield from _told(found, source.without(gone) if gone else source, decisions, words, folder)


def find(
    source: Source, decisions: Sequence[Decision], words: Words, folder: Path | None = None, divide: Divide = undivided
) -> tuple[Linked, Gone | None]:
    """What is linked with what, and what is taken out of the records before; in files of a folder.

    Raises LinkError as `link` does.
    """
    with _without_collector():
        return _find(source, decisions, words, folder, divide)


def _find(
    source: Source, decisions: Sequence[Decision], words: Words, folder: Path | None, divide: Divide
) -> tuple[Linked, Gone | None]:
    known = source.known(words)
    found = _pass(source, known, Constraints(), folder, divide)
    if not decisions:
        return found, None
    references = References(decisions, source, lambda record: _ids(record, known, found))
    institutions = _decided_institutions(source, known.institutions, decisions, references)
    gone = Gone(decisions, references)
    source = source.without(gone)
    known = replace(known, institutions=known.institutions.decided(institutions), common=source.common())
    found = _pass(source, known, constraints(decisions, references), folder, divide)
    return replace(found, names=decided_names(decisions, references), unmet=unmet(decisions, references)), gone


def _told(
    linked: Linked, records: Iterable[Record], decisions: Sequence[Decision], words: Words, folder: Path | None
) -> Iterator[Record]:
    """The records as they go out: canonical ids, one wording an office, conflicts marked, bare offices with holders."""
    with Spool(folder) as away:
        given = with_parts(records, parts_of(linked), linked.institutions)
        counts = put_away((rewrite(record, found) for record, found in given), away, words)
        wordings = unsettled([counts], words)
        offices = joined([seen(away, wordings, decisions, words)], decisions, words)
        yield from told(away, wordings, offices, decisions, words)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Spare the collector of cycles from walking millions of live objects again and again: it halves the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _pass(source: Source, known: Known, limits: Constraints, folder: Path | None, divide: Divide) -> Linked:
    """What one reading of the records links."""
    persons = Persons(Context(known.names, known.words), folder, divide)
    events = Events(persons.mentions.articles, folder, divide)
    for row in source.compared(known):
        events.take(row, persons.take(row))
    people = persons.join(limits, source.scores)
    met = events.join(limits, people.first, source.links)
    return Linked(
        copies=known.copies,
        institutions=known.institutions,
        person_ids=ids_of(people, persons.mint, folder),
        event_ids=ids_of(met, events.mint, folder),
    )


def _ids(record: Record, known: Known, found: Linked) -> dict[str, str]:
    """Id in the record → canonical id, of entities and events."""
    events = {event["id"]: found.event_ids[Key(record["article"], event["id"])] for event in record["events"]}
    institutions = known.institutions.of(record)
    return events | {
        e["id"]: institutions[e["id"]].id
        if e["id"] in institutions
        else found.person_ids[Key(record["article"], e["id"])]
        for e in record["entities"]
    }


def _decided_institutions(
    records: Iterable[Record], known: Institutions, decisions: Sequence[Decision], references: References
) -> dict[Key, Institution]:
    """The institutions that the decisions same and different about them make others."""
    sides = {side for d in decisions if d.decision in ("same", "different") for side in (d.left, d.right)}
    meant = {key for side in sides for key in references.find(side)}
    if not meant:
        return {}
    articles = {key.article for key in meant}
    ids = {
        found.id
        for record in records
        if record["article"] in articles
        for local, found in known.of(record).items()
        if Key(record["article"], local) in meant
    }
    linked = {
        Key(record["article"], local): found
        for record in (records if ids else ())
        for local, found in known.of(record).items()
        if found.id in ids
    }
    given = dict(linked)
    for decision in decisions:
        left = [key for key in references.find(decision.left) if key in linked]
        right = [key for key in references.find(decision.right) if key in linked]
        if not left or not right:
            continue
        if decision.decision == "same":
            ids = {linked[left[0]].id, linked[right[0]].id}
            best = min((i for i in linked.values() if i.id in ids), key=lambda i: (i.unit is None, i.nil, i.id))
            for key, institution in linked.items():
                if institution.id in ids:
                    reasons = (*institution.reasons, f"one institution, {decision.words}")
                    linked[key] = Institution(best.id, reasons, best.unit)
        elif decision.decision == "different" and linked[left[0]].id == linked[right[0]].id:
            for key in right:
                own = f"{linked[key].id}-{digest(decision.right, length=6)}"
                linked[key] = Institution(own, (f"another institution, {decision.words}",), nil=True)
    return {key: found for key, found in linked.items() if found is not given[key]}
