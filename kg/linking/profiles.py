"""Records → Profiles: what one article says of one person, in the values that linking compares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import intern
from typing import NamedTuple

from kg.linking.names import Name, Names
from kg.linking.words import Rank, Words
from kg.records import EntityRecord, PostingRecord, Record


class Key(NamedTuple):
    """A person of an article, by the article's id and the id in it."""

    article: str
    local: str


class Office(NamedTuple):
    """A post at an institution over the days that the articles prove; `day` strings are ISO dates."""

    institution: str  # canonical id
    cls: str
    region: str | None
    post: str
    role: str | None  # concept
    first: str | None
    last: str | None
    acting: bool = False
    former: bool = False

    def exclusive(self, words: Words) -> bool:
        """Whether it takes the whole person: nobody holds two such far apart at one time."""
        return self.cls in words.whole and not self.acting and not self.former

    @property
    def what(self) -> str:
        """The office whatever its wording: the concept, else the wording."""
        return self.role or self.post.casefold()


class Held(NamedTuple):
    """A rank with the first and last day it was seen."""

    rank: Rank
    first: str
    last: str


class Profile(NamedTuple):
    """What is compared. A cluster of several is again a Profile, see `kg.linking.merging`."""

    keys: tuple[Key, ...]
    names: tuple[Name, ...]  # the fullest first
    offices: tuple[Office, ...]
    ranks: tuple[Held, ...]
    bodies: frozenset[str]  # canonical ids of the institutions that the article names
    regions: frozenset[str]  # of the article's institutions: kabupaten or kota
    days: frozenset[str]  # of the article's events, with their region
    near: frozenset[str]  # full names of the people in the article, its own as well
    sources: frozenset[str]  # article that it copies, or the article itself
    first: str  # day of the first sighting, "" when not known

    @property
    def name(self) -> Name:
        return self.names[0]

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(key.article for key in self.keys)


def kabupaten(region: str | None) -> str | None:
    """The kabupaten or kota of a code ("51.05.01" → "51.05"); None for a province or none."""
    return region[:5] if region and len(region) >= 5 else None


def province(region: str | None) -> str | None:
    """The province of a code ("51.05" → "51")."""
    return region[:2] if region else None


def profiles_of(
    record: Record, institutions: Mapping[str, str], source: str, words: Words, names: Names
) -> Iterator[Profile]:
    """The persons of a record, in order.

    `institutions` gives the canonical id of each institution of the record, `source` the article that it nearly copies.
    """
    article, day = record["article"], _day_of(record)
    by_id = {e["id"]: e for e in record["entities"]}
    people = [(entity, names.read(entity["name"])) for entity in record["entities"] if entity["class"] == "Person"]
    regions = {kabupaten(e["region"]) for e in record["entities"]} | {kabupaten(v["region"]) for v in record["events"]}
    dated = [(v["date"], kabupaten(v["region"])) for v in record["events"] if v["date"]]
    whole = (
        frozenset(institutions[e["id"]] for e in record["entities"] if e["class"] != "Person"),
        frozenset(region for region in regions if region),
        frozenset(f"{day} {where}" for day, where in dated if where),
        frozenset(name.key for _, name in people if name.full),
        frozenset({source}),
    )
    for entity, name in people:
        postings = [p for p in record["postings"] if p["person"] == entity["id"]]
        offices = [_office(p, by_id[p["institution"]], institutions[p["institution"]]) for p in postings]
        seen = next((p["seen"] for p in postings if p.get("seen")), None) or day or ""
        yield Profile(
            (Key(article, entity["id"]),),
            _names(name, [names.read(text) for text in entity["aliases"] if text]),
            tuple(sorted(offices, key=office_order) if len(offices) > 1 else offices),
            tuple(Held(rank, seen, seen) for rank in _ranks(entity, postings, words)),
            *whole,
            first=seen,
        )


def _ranks(entity: EntityRecord, postings: Sequence[PostingRecord], words: Words) -> list[Rank]:
    told = {*entity.get("ranks", []), *(p["rank"] for p in postings if p["rank"] and not p.get("former"))}
    return sorted({rank for text in told if (rank := words.rank(text))})


def _names(name: Name, aliases: Sequence[Name]) -> tuple[Name, ...]:
    """The entity's name first when it is a full one, then its other names."""
    if not aliases:
        return (name,)
    ordered = sort_names([name, *aliases])
    return (name, *(n for n in ordered if n != name)) if name.full else ordered


def office_order(office: Office) -> tuple[str, ...]:
    """Sorts offices."""
    return (office.institution, office.what, office.post, office.first or "", office.last or "", str(office.former))


def sort_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Distinct names, the fullest first."""
    return tuple(sorted(set(names), key=lambda n: (not n.full, -n.weight, -len(n.core), -len(n.text), n.text)))


def _day_of(record: Record) -> str | None:
    if record["published"]:
        return record["published"][:10]
    days = sorted(event["date"] for event in record["events"] if event["date"])
    return days[0] if days else None


def _office(posting: PostingRecord, institution: EntityRecord, canonical: str) -> Office:
    day = posting.get("seen")
    return Office(
        institution=canonical,
        cls=institution["class"],
        region=institution["region"],
        post=posting["post"],
        role=posting.get("role"),
        first=posting.get("start") or day,
        last=posting.get("end") or day,
        acting=bool(posting["acting"]),
        former=bool(posting.get("former")),
    )


def named_alike(profile: Profile, words: Words) -> Iterator[tuple[str, Office]]:
    """How a profile is called in each office in which another one of that name is taken to be one with it."""
    name = profile.name
    for office in profile.offices:
        if office.region and (name.full or office.role in words.heads):
            yield intern(f"{name.key}|{''.join(sorted(name.gender))}"), office
