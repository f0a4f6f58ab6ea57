"""A part of a holder in an event → who takes part: the person, the bodies of the offices, who is represented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extraction.chunks import Holder, Office
from kg.extraction.claims.post_names import PostNames, plain
from kg.extraction.claims.postings import Tenure
from kg.extraction.parts import Part
from kg.model import EventKind, Role

_GATHERINGS: tuple[EventKind, ...] = ("ceremony", "meeting")
_STAFF = "staff"
_OF_ONE = frozenset({"head", "deputy"})  # ranks of posts that one person holds


@dataclass(frozen=True, slots=True)
class Participant:
    """A person or a body that takes part, by the rule that says so."""

    key: str
    role: Role
    rule: str
    post: str | None = None
    behalf: str | None = None  # key of whom the person stands in for


class Participants:
    """Tells of the parts in one document who takes part, knowing in which offices it shows whom."""

    def __init__(self, tenures: Iterable[Tenure], names: PostNames) -> None:
        self._names = names
        self._bodies_of: dict[str, dict[str, None]] = {}  # person → bodies at which they hold an office, in order
        self._persons_in: dict[tuple[str, str], set[str]] = {}  # post that one person has, and body → who holds it
        self._in_person: set[str] = set()  # of whom no body takes part
        for person, body, _, office, holder, sentence in tenures:
            if holder.in_person:
                self._in_person.add(person)
            if not (office.former or office.to_come or sentence.long_ago(holder.start)):
                self._bodies_of.setdefault(person, {})[body] = None
                if (post := _post_of_one(office)) is not None:
                    self._persons_in.setdefault((post, body), set()).add(person)

    def of(self, part: Part, kind: EventKind) -> Iterator[Participant]:
        """Who takes part in an event of some kind by a part in it."""
        holder, role = part.holder, _role(part, kind)
        rule = f"{role}-{'weak' if part.weak else 'cue'}"
        behalf: str | None = None
        chief = holder.for_office
        if chief is not None:
            represented = _bodies(chief)
            behalf = (chief.person.entity if chief.person else None) or next(iter(represented), None)
            for key in represented:
                yield Participant(key, role, f"{rule}-represented")
        now = [office for office in holder.offices if not (office.former or office.to_come)]
        held = [(office, office.entity) for office in now if office.entity]
        bodies: Iterable[str] = [key for _, key in held]
        if (person := self._person(holder, role)) is not None:
            post = next((self._names.of(*office) for office in held), None)
            yield Participant(person, role, f"{rule}-person", post, None if behalf == person else behalf)
            if person in self._in_person:
                bodies = ()
            elif not holder.offices and chief is None:
                bodies = self._bodies_of.get(person, ())
        for key in bodies:
            yield Participant(key, role, f"{rule}-office")
        if holder.institution is not None and holder.institution.entity:
            yield Participant(holder.institution.entity, role, f"{rule}-body")

    def _person(self, holder: Holder, role: Role) -> str | None:
        """Who takes part in person: the one named, else whom the article names in the office elsewhere.

        A word that turned out to be no name is nobody: "Sebelumnya, Gubernur meninjau TPS".
        """
        if holder.absent:
            return None
        if holder.person is not None and holder.person.entity is not None:
            return holder.person.entity
        if role == "organised" or len(holder.offices) != 1 or holder.offices[0].former:
            return None
        office = holder.offices[0]
        known = self._persons_in.get((_post_of_one(office) or "", office.entity or ""), ())
        return next(iter(known)) if len(known) == 1 else None


def _post_of_one(office: Office) -> str | None:
    """A post that one person has: of a head, of a deputy, and of the staff by its words; None for other ones.

    One of the staff at any body has a field: "Kepala Seksi Pidana Umum", but not "Koordinator".
    """
    if office.rank in _OF_ONE:
        return office.role
    words = plain(office.words).casefold()
    if office.rank != _STAFF or office.plural or (office.generic and " " not in words):
        return None
    return f"{office.role} {words}"


def _role(part: Part, kind: EventKind) -> Role:
    """Who only led a party, or does something in person, attends: a person convenes a meeting, and nothing else.

    Nor does who is on the staff of a body organise for it: "Pengawasan dilakukan Karo Ops Polda X".
    """
    if part.of_party and part.role == "led" and kind in _GATHERINGS:
        return "attended"
    if part.role != "organised" or kind == "meeting":
        return part.role
    offices = part.holder.offices
    staff = bool(offices) and all(office.rank == "staff" for office in offices)
    return "attended" if part.holder.person or staff else part.role


def _bodies(holder: Holder) -> list[str]:
    """The bodies of the offices of a holder, and the body that stands there itself."""
    bodies = [office.entity for office in holder.offices if office.entity]
    own = holder.institution.entity if holder.institution is not None else None
    return [*bodies, own] if own else bodies
