"""What was found in a document → its Record: entities, postings, events, co-occurrences, each with evidence."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extraction.chunks import Holder, Office
from kg.extraction.confidence import Confidence
from kg.extraction.cooccurrence import cooccurrences
from kg.extraction.coreference import Human, People
from kg.extraction.drafts import EventDraft, Sentence
from kg.extraction.event_words import unbracketed
from kg.extraction.parts import Part
from kg.extraction.resolution import Resolver
from kg.extraction.resolved import Body
from kg.extraction.sightings import Sightings
from kg.extraction.vocabulary import Vocabulary
from kg.fingerprint import minhash
from kg.model import Document, Role, Span
from kg.records import (
    EntityRecord,
    EventRecord,
    EvidenceRecord,
    ParticipationRecord,
    PostingRecord,
    Record,
)

_OF_ONE = frozenset({"head", "deputy"})  # ranks of posts that one person holds


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that extraction knows of one document before it is written down."""

    document: Document
    sentences: Sequence[Sentence]
    resolver: Resolver
    people: People
    events: Sequence[EventDraft]


class Assembly:
    """Writes down the findings of one document."""

    def __init__(self, vocabulary: Vocabulary, confidence: Confidence, findings: Findings) -> None:
        self.vocabulary = vocabulary
        self.confidence = confidence
        self.found = findings
        self.text = findings.document.text
        self.bodies = findings.resolver.bodies
        self.humans = findings.people.humans
        named = {key: body.mentions for key, body in self.bodies.items()}
        named |= {key: human.mentions for key, human in self.humans.items()}
        self._places = {key: sorted(set(places)) for key, places in named.items() if places}
        self._bodies_of = self._offices_held()
        self._holders = self._known_holders()
        order = sorted(self._places, key=lambda key: (self._places[key][0], key))
        self.ids = {key: f"e{number}" for number, key in enumerate(order, 1)}

    def _offices_held(self) -> dict[str, list[str]]:
        """The bodies at which each person of the article holds an office."""
        held: dict[str, list[str]] = {}
        for sentence in self.found.sentences:
            for holder in sentence.holders:
                if holder.person is not None and holder.person.entity:
                    keys = [office.entity for office in holder.offices if office.entity and not office.former]
                    mine = held.setdefault(holder.person.entity, [])
                    mine += [key for key in keys if key not in mine]
        return held

    def _known_holders(self) -> dict[tuple[str, str], list[str]]:
        """Who the article says holds each post that one person has, such as a chief's or a deputy's."""
        known: dict[tuple[str, str], list[str]] = {}
        for sentence in self.found.sentences:
            for holder in sentence.holders:
                if holder.person is not None and holder.person.entity:
                    for office in holder.offices:
                        if office.entity and not office.former and office.rank in _OF_ONE:
                            mine = known.setdefault((office.role, office.entity), [])
                            mine += [holder.person.entity] if holder.person.entity not in mine else []
        return known

    def record(self) -> Record:
        """The record of the document; every quote stands at its offsets."""
        document = self.found.document
        article = document.article
        events = [self._event(draft, number) for number, draft in enumerate(self.found.events, 1)]
        dateline = document.quote(document.dateline) if document.dateline else None
        named = {name: [start for start, _ in self._places[key]] for key, name in self.ids.items()}
        record: Record = {
            "article": article.id,
            "title": document.title,
            "published": document.published,
            "dateline": dateline,
            "entities": [self._entity(key) for key in self.ids],
            "postings": self._postings(),
            "events": events,
            "cooccurrences": cooccurrences(named, self.found.sentences, events),
            "issues": [
                {"code": issue.code, "message": issue.message, "where": issue.where} for issue in document.issues
            ],
            "source": {
                "url": article.url,
                "publisher": article.publisher,
                "fetched": article.fetched,
                "sha256": hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
                "fingerprint": minhash(" ".join(document.quote(b.span) for b in document.blocks if b.kind == "body")),
            },
        }
        return record

    # Entities

    def _entity(self, key: str) -> EntityRecord:
        body = self.bodies.get(key)
        return self._institution(key, body) if body is not None else self._person(key, self.humans[key])

    def _mentions(self, key: str) -> list[tuple[int, int]]:
        return self._places[key]

    def _institution(self, key: str, body: Body) -> EntityRecord:
        concept = self.vocabulary.concept(body.type)
        written = {self._plain(*span) for span in self._mentions(key) if span not in body.offices}
        return {
            "id": self.ids[key],
            "class": concept.value("entityClass") or "CivilSociety",
            "type": concept.label(),
            "name": body.name,
            "aliases": sorted(written - {body.name, ""}),
            "region": body.region,
            "mentions": [{"start": s, "end": e, "text": self.text[s:e]} for s, e in self._mentions(key)],
            "concept": body.type,
            "unit": body.unit,
            "candidates": list(body.candidates),
            "reason": body.reason,
        }

    def _person(self, key: str, human: Human) -> EntityRecord:
        return {
            "id": self.ids[key],
            "class": "Person",
            "type": None,
            "name": human.name,
            "aliases": sorted(human.aliases - {human.name}),
            "region": None,
            "mentions": [{"start": s, "end": e, "text": self.text[s:e]} for s, e in self._mentions(key)],
            "ranks": list(human.ranks),
            "honorifics": list(human.honorifics),
            "degrees": list(human.degrees),
        }

    def _plain(self, start: int, end: int) -> str:
        return unbracketed(self.text[start:end]).strip(" .,;:")

    # Postings

    def _postings(self) -> list[PostingRecord]:
        best: dict[tuple[str, str, str, bool], PostingRecord] = {}
        sightings = Sightings(self.found.events, self.found.document.published)
        for sentence in self.found.sentences:
            for holder in sentence.holders:
                if holder.person is None or holder.person.entity is None:
                    continue
                for office in holder.offices:
                    key = office.entity
                    if key is None:
                        continue
                    made = self._posting(holder, office, key, sentence, sightings.day(holder, sentence))
                    same = (made["person"], made["institution"], office.role, office.former)
                    if same not in best or best[same]["confidence"] < made["confidence"]:
                        best[same] = made
        return sorted(best.values(), key=lambda p: (p["evidence"]["start"], p["person"], p["institution"], p["post"]))

    def _posting(self, holder: Holder, office: Office, key: str, sentence: Sentence, seen: str | None) -> PostingRecord:
        person = holder.person
        assert person is not None and person.entity is not None  # noqa: S101 - the caller looked
        rule = (
            "posting-former"
            if office.former
            else "posting-apposition"
            if office.start > person.start
            else "posting-title"
        )
        if office.institution is None or not office.institution.name:
            rule += "-bare"
        start = min(office.start, person.full_start)
        end = max(office.end, person.full_end)
        return {
            "person": self.ids[person.entity],
            "post": self.post_label(office, key),
            "institution": self.ids[key],
            "rank": person.rank,
            "acting": office.acting,
            "confidence": self.confidence.of(rule),
            "evidence": self._evidence(start, end, sentence.span),
            "role": office.role,
            "former": office.former,
            "seen": None if office.former else seen,
            "start": None,
            "end": None,
            "rule": rule,
        }

    def post_label(self, office: Office, key: str) -> str:
        """The post with its body, as written where the text names it, else with the body's own name."""
        body = self.bodies[key]
        words = unbracketed(office.words)
        named = office.institution
        if office.fused:
            return f"{words} {self._short(body)}"
        if named is not None and named.name and not named.borrowed:
            return f"{words} {self._plain(max(named.start, office.start), named.end)}".strip()
        if named is not None:
            headed = self.vocabulary.concept(office.role).value("headOf") or ""  # "Kadis" stands for "Dinas", too
            return f"{words} {body.name.removeprefix(headed).strip()}"
        if self._says_its_body(office, body):
            return words
        short = self._short(body)
        return f"{words} {short}" if office.implied and not words.endswith(f" {short}") else words

    def _says_its_body(self, office: Office, body: Body) -> bool:
        """Whether a post is one of a body of which there is one: "Menteri Dalam Negeri"."""
        post = self.vocabulary.concept(office.deputy_to or office.role)
        implies = post.flag("impliesInstitution") or post.flag("servesOffice")
        return implies and self.vocabulary.concept(body.type).value("namedBy") == "none"

    def _short(self, body: Body) -> str:
        """The part of a body's name that tells it from others of its kind: "Klungkung" of "Polres Klungkung"."""
        template = self.vocabulary.concept(body.type).value("nameTemplate")
        if template and "{name}" in template:
            pattern = re.escape(template).replace(r"\{name\}", "(?P<name>.+)").replace(r"\{level\}", r"\w+")
            match = re.fullmatch(pattern, body.name)
            if match:
                return match["name"]
        return body.name

    # Events

    def _event(self, draft: EventDraft, number: int) -> EventRecord:
        best: dict[tuple[str, str], ParticipationRecord] = {}
        for part, sentence in draft.parts:
            role = self._role(draft, part)
            for key, post, behalf, rule in self._takers(part.holder, role, part.weak):
                confidence = self.confidence.of(rule)
                start, end = min(part.cue.start, part.holder.start), max(part.cue.end, part.holder.end)
                made: ParticipationRecord = {
                    "participant": self.ids[key],
                    "role": role,
                    "post": post,
                    "on_behalf_of": self.ids[behalf] if behalf and behalf != key else None,
                    "confidence": confidence,
                    "evidence": self._evidence(start, end, sentence.span),
                    "rule": rule,
                }
                same = (key, role)
                if same not in best or (best[same]["confidence"], -best[same]["evidence"]["start"]) < (
                    confidence,
                    -start,
                ):
                    best[same] = made
        return {
            "id": f"v{number}",
            "type": draft.kind,
            "name": draft.name,
            "date": draft.day.iso if draft.day else None,
            "status": draft.status,
            "place": draft.place,
            "region": self._region(draft),
            "participations": sorted(
                best.values(), key=lambda p: (p["evidence"]["start"], p["participant"], p["role"])
            ),
            "precision": draft.day.precision if draft.day else "none",
            "evidence": self._evidence(draft.span.start, draft.span.end, draft.sentence),
            "rule": draft.rule,
        }

    def _region(self, draft: EventDraft) -> str | None:
        """Where an event was: in the region that its place names, else where the article plays."""
        setting = self.found.resolver.setting
        home = setting.regency or setting.province
        return home if draft.region is None or (home or "").startswith(draft.region) else draft.region

    def _role(self, draft: EventDraft, part: Part) -> Role:
        """Who goes somewhere in person attends: nobody organises a visit of his own."""
        return "attended" if draft.kind == "visit" and part.role == "organised" and part.holder.person else part.role

    def _takers(
        self,
        holder: Holder,
        role: str,
        weak: bool,  # noqa: FBT001 - a property of the part
    ) -> Iterable[tuple[str, str | None, str | None, str]]:
        """Who takes part by a holder: key, post, on whose behalf, and the rule that says so."""
        rule = f"{role}-weak" if weak else f"{role}-cue"
        post: str | None = None
        chief = holder.for_office
        behalf: str | None = None
        if chief is not None:
            bodies = _bodies(chief)
            behalf = (chief.person.entity if chief.person else None) or next(iter(bodies), None)
            for key in bodies:
                yield key, None, None, f"{rule}-represented"
        bodies = []
        for office in holder.offices:
            if office.entity is not None and not office.former:
                bodies.append(office.entity)
                post = post or self.post_label(office, office.entity)
        if (meant := self._meant(holder)) and role != "organised":
            yield meant, post, behalf, f"{rule}-person"
        if holder.person is not None and holder.person.entity and not holder.absent:
            yield holder.person.entity, post, behalf, f"{rule}-person"
            if not holder.offices and chief is None:
                bodies += self._bodies_of.get(holder.person.entity, [])
        for key in bodies:
            yield key, None, None, f"{rule}-office"
        if holder.institution is not None and holder.institution.entity:
            yield holder.institution.entity, None, None, f"{rule}-body"

    def _meant(self, holder: Holder) -> str | None:
        """Who an office without a name means: the one whom the article names in it elsewhere."""
        if holder.person is not None or holder.absent or len(holder.offices) != 1 or holder.offices[0].former:
            return None
        known = self._holders.get((holder.offices[0].role, holder.offices[0].entity or ""), [])
        return known[0] if len(known) == 1 else None

    # Evidence and co-occurrence

    def _evidence(self, start: int, end: int, sentence: Span) -> EvidenceRecord:
        begin, stop = min(sentence.start, start), max(sentence.end, end)
        return {
            "start": start,
            "end": end,
            "quote": self.text[start:end],
            "prefix": self.text[begin:start],
            "suffix": self.text[end:stop],
        }


def _bodies(holder: Holder) -> list[str]:
    """The bodies of the offices of a holder, and the body that stands there itself."""
    bodies = [office.entity for office in holder.offices if office.entity]
    own = holder.institution.entity if holder.institution is not None else None
    return [*bodies, own] if own else bodies
