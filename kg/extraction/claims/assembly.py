"""What was found in a document → its Record: entities, postings, events, co-occurrences, each with evidence."""

from __future__ import annotations

import hashlib

from kg.extraction.claims.confidence import Confidence
from kg.extraction.claims.cooccurrence import cooccurrences
from kg.extraction.claims.findings import Findings
from kg.extraction.claims.participants import Participants
from kg.extraction.claims.post_names import PostNames, plain
from kg.extraction.claims.postings import postings, tenures
from kg.extraction.drafts import EventDraft
from kg.extraction.resolved import Body
from kg.extraction.resolving.coreference import Human
from kg.extraction.words.vocabulary import Vocabulary
from kg.fingerprint import minhash
from kg.records import EntityRecord, EventRecord, MentionRecord, ParticipationRecord, Record

_PROVINCE, _REGENCY = 2, 5  # characters of the codes of regions


class Assembly:
    """Writes down the findings of one document."""

    def __init__(self, vocabulary: Vocabulary, confidence: Confidence, findings: Findings) -> None:
        self.vocabulary = vocabulary
        self.confidence = confidence
        self.found = findings
        self.text = findings.document.text
        self.names = PostNames(vocabulary, self.text, findings.resolver.bodies)
        self.participants = Participants(tenures(findings.sentences), self.names)

    def record(self) -> Record:
        """The record of the document; every quote stands at its offsets."""
        found, document = self.found, self.found.document
        article = document.article
        drafts = sorted(found.events, key=lambda draft: (draft.span.start, draft.span.end))  # as the text names them
        events = [self._event(draft, number) for number, draft in enumerate(drafts, 1)]
        places = {found.ids[key]: [start for start, _ in spans] for key, spans in found.mentions.items()}
        return {
            "article": article.id,
            "title": document.title,
            "published": document.published,
            "dateline": document.quote(document.dateline) if document.dateline else None,
            "entities": [self._entity(key) for key in found.ids],
            "postings": postings(found, self.names, self.confidence),
            "events": events,
            "cooccurrences": cooccurrences(places, found.sentences, events),
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

    def _entity(self, key: str) -> EntityRecord:
        body = self.found.resolver.bodies.get(key)
        return self._institution(key, body) if body is not None else self._person(key, self.found.people.humans[key])

    def _institution(self, key: str, body: Body) -> EntityRecord:
        concept = self.vocabulary.concept(body.type)
        written = {plain(self.text[s:e]) for s, e in self.found.mentions[key] if (s, e) not in body.offices}
        return {
            "id": self.found.ids[key],
            "class": concept.value("entityClass") or "CivilSociety",
            "type": concept.label(),
            "name": body.name,
            "aliases": sorted(written - {body.name, ""}),
            "region": body.region or self.found.resolver.callings.region_in(body.type, body.name),
            "mentions": self._mentions(key),
            "concept": body.type,
            "unit": body.unit,
            "candidates": list(body.candidates),
            "reason": body.reason,
        }

    def _person(self, key: str, human: Human) -> EntityRecord:
        return {
            "id": self.found.ids[key],
            "class": "Person",
            "type": None,
            "name": human.name,
            "aliases": sorted(human.aliases - {human.name}),
            "region": None,
            "mentions": self._mentions(key),
            "ranks": list(human.ranks),
            "honorifics": list(human.honorifics),
            "degrees": list(human.degrees),
        }

    def _mentions(self, key: str) -> list[MentionRecord]:
        return [{"start": s, "end": e, "text": self.text[s:e]} for s, e in self.found.mentions[key]]

    def _event(self, draft: EventDraft, number: int) -> EventRecord:
        return {
            "id": f"v{number}",
            "type": draft.kind,
            "name": draft.name,
            "date": draft.day.iso if draft.day else None,
            "status": draft.status,
            "place": draft.place,
            "region": self._region(draft),
            "participations": self._participations(draft),
            "precision": draft.day.precision if draft.day else "none",
            "evidence": self.found.evidence(draft.span.start, draft.span.end, draft.sentence),
            "rule": draft.rule,
        }

    def _participations(self, draft: EventDraft) -> list[ParticipationRecord]:
        """Who took part in an event, each in a role by the words that say it best, and of those the first."""
        best: dict[tuple[str, str], ParticipationRecord] = {}
        ids = self.found.ids
        for part, sentence in draft.parts:
            start, end = min(part.cue.start, part.holder.start), max(part.cue.end, part.holder.end)
            evidence = self.found.evidence(start, end, sentence.span)
            for who in self.participants.of(part, draft.kind):
                made: ParticipationRecord = {
                    "participant": ids[who.key],
                    "role": who.role,
                    "post": who.post,
                    "on_behalf_of": ids[who.behalf] if who.behalf else None,
                    "confidence": self.confidence.of(who.rule),
                    "evidence": evidence,
                    "rule": who.rule,
                }
                known = best.get((who.key, who.role))
                if known is None or _surest_first(made) < _surest_first(known):
                    best[who.key, who.role] = made
        return sorted(best.values(), key=lambda p: (p["evidence"]["start"], p["participant"], p["role"]))

    def _region(self, draft: EventDraft) -> str | None:
        """Where an event was: in the region that its place names, else where the article plays.

        Of several that bear the name it is the one at home, else the only large one, else their province.
        """
        setting = self.found.resolver.setting
        home = setting.regency or setting.province
        codes = {code[:_REGENCY] for code in draft.regions}
        if home is not None and any(home.startswith(code) for code in codes):
            return home
        meant = {code for code in codes if code.startswith(home or "")} or codes.intersection(draft.regions)
        provinces = {code[:_PROVINCE] for code in meant}
        if not meant:
            return home
        return meant.pop() if len(meant) == 1 else provinces.pop() if len(provinces) == 1 else None


def _surest_first(claim: ParticipationRecord) -> tuple[float, int]:
    return -claim["confidence"], claim["evidence"]["start"]
