"""Posts behind which an unlisted name was read as their body's → the person of the article who bears that name.

"Kapolres Dhana Aryawan" heads no unit of that name where "AKBP IGA Dhana Aryawan" is named: what a unit is called and
whose name it is shows only when all persons are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extraction.chunks import Holder, Office, Person
from kg.extraction.resolving.coreference import People


def rename(sentences: Iterable[Sequence[Holder]], people: People, text: str) -> None:
    """Give offices of units, whose names are taken as they stand, the person whose name was read as the unit's."""

    def ranked(office: Office) -> bool:
        body = office.institution
        return body is not None and people.vocabulary.ranked(body.type)

    for holders in sentences:
        for holder in holders:
            if holder.person is None and holder.offices:
                office = holder.offices[-1]
                person = _person_in(office, text)
                if person is not None and ranked(office) and people.recognise(person):
                    office.institution, office.end = (
                        None,
                        office.start + len(text[office.start : person.start].rstrip()),
                    )
                    holder.person = person


def _person_in(office: Office, text: str) -> Person | None:
    """The unlisted name behind a post as if it were a person's."""
    body = office.institution
    if body is None or not body.open or not body.name or body.written or body.borrowed:
        return None
    start = text.rfind(body.name, office.start, body.end)
    if start < 0:
        return None
    end = start + len(body.name)
    return Person(start, end, body.name, start, end, sure=False)
