"""A linked record → the nouns that it tells of, each as this one article has it: its fields, in the order of a noun.

They become rows of JSON at once, some thirty of an article: an object for each would be made to be written only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from kg.ids import article_id, participation_id, post_id, posting_id
from kg.records import (
    EntityRecord,
    EventRecord,
    EvidenceRecord,
    ParticipationRecord,
    PossibleRecord,
    PostingRecord,
    Record,
)

Fields = dict[str, Any]
_NONE: Final[tuple[str, ...]] = ()
_RECENT = 1 << 12  # posts whose ids are kept: an article names one again and again


class _Post(NamedTuple):
    """An office at an institution."""

    id: str
    label: str
    institution: str
    role: str | None


@lru_cache(maxsize=_RECENT)
def _post_of(label: str, institution: str, role: str | None) -> _Post:
    return _Post(post_id(label, institution), label, institution, role)


def nouns_of(record: Record) -> Iterator[tuple[str, Fields]]:
    """The nouns of a record with their kinds; one noun may come more than once."""
    article = record["article"]
    posts: dict[_Post, set[str]] = defaultdict(set)  # with their wordings in the article
    yield "article", _article(record)
    for entity in record["entities"]:
        yield "entity", _entity(entity)
    for claim in record["postings"]:
        post = _post_of(claim["post"], claim["institution"], claim.get("role"))
        posts[post].add(claim.get("wording", claim["post"]))
        yield "posting", _posting(claim, post.id, article, record["published"])
    for event in record["events"]:
        yield "event", _event(event, article)
        for part in event["participations"]:
            acted_as = _acted_as(part, record)
            if acted_as:
                posts[acted_as].add(part["post"] or acted_as.label)
            yield "participation", _participation(part, event["id"], acted_as, article)
    for post, wordings in posts.items():
        yield "post", _post(post, wordings)


def _post(post: _Post, wordings: set[str]) -> Fields:
    aliases = _NONE
    if wordings != {post.label}:
        label = post.label.casefold()
        aliases = tuple(sorted(wording for wording in wordings if wording.casefold() != label))
    return {
        "id": post.id, "label": post.label, "institution": post.institution, "role": post.role, "aliases": aliases,
    }  # fmt: skip


def _article(record: Record) -> Fields:
    source = record.get("source")
    return {
        "id": article_id(record["article"]),
        "article": record["article"],
        "title": record["title"],
        "url": source["url"] if source else None,
        "publisher": source["publisher"] if source else None,
        "published": record["published"],
        "sha256": source["sha256"] if source else "",
        "copy_of": source.get("copy_of") if source else None,
    }


def _evidence(article: str, shown: EvidenceRecord) -> Fields:
    return {
        "article": article,
        "start": shown["start"],
        "end": shown["end"],
        "quote": shown["quote"],
        "prefix": shown.get("prefix", ""),
        "suffix": shown.get("suffix", ""),
    }


def _possible(given: Iterable[PossibleRecord]) -> list[Fields]:
    return [{"id": p["id"], "points": p["points"], "reason": p["reason"]} for p in given]


def _entity(entity: EntityRecord) -> Fields:
    return {
        "id": entity["id"],
        "cls": entity["class"],
        "type": entity.get("concept") or entity["type"],
        "name": entity["name"],
        "aliases": entity["aliases"],
        "region": entity["region"],
        "parents": _NONE,
        "unit": entity.get("unit"),
        "nil": entity.get("nil", False),
        "context": False,
        "ranks": entity.get("ranks", _NONE),
        "honorifics": entity.get("honorifics", _NONE),
        "degrees": entity.get("degrees", _NONE),
        "candidates": entity.get("candidates", _NONE),
        "reasons": entity.get("reasons", _NONE),
        "possible": _possible(entity.get("possible", ())),
    }


def _posting(claim: PostingRecord, post: str, article: str, published: str | None) -> Fields:
    former, seen = claim.get("former", False), claim.get("seen")
    told = seen or (published[:10] if former and published else None)  # the day on which he is called a former holder
    return {
        "id": posting_id(claim["person"], post, claim["acting"], former=former),
        "person": claim["person"],
        "post": post,
        "institution": claim["institution"],
        "rank": claim["rank"],
        "acting": claim["acting"],
        "former": former,
        "first_seen": seen,
        "last_seen": seen,
        "start_asserted": claim.get("start"),
        "end_asserted": claim.get("end"),
        "status": claim.get("status", "accepted"),
        "confidence": claim["confidence"],
        "rules": (claim.get("rule", ""),),
        "evidence": (_evidence(article, claim["evidence"]),),
        "notes": claim.get("notes", _NONE),
        "sightings": ({"day": told, "article": article},) if told else _NONE,
    }


def _event(event: EventRecord, article: str) -> Fields:
    shown = event.get("evidence")
    return {
        "id": event["id"],
        "kind": event["type"],
        "name": event["name"],
        "date": event["date"],
        "precision": event.get("precision", "day" if event["date"] else "none"),
        "status": event["status"],
        "place": event["place"],
        "region": event["region"],
        "reports": (article,),
        "evidence": (_evidence(article, shown),) if shown else _NONE,
        "reasons": event.get("reasons", _NONE),
        "possible": _possible(event.get("possible", ())),
    }


def _acted_as(part: ParticipationRecord, record: Record) -> _Post | None:
    """The post that a participant acted in: of the postings that the article tells the nearest in wording.

    "Menteri Dalam Negeri" in one sentence and "Mendagri" in the next are one post. An institution acts in its own.
    """
    label, who = part["post"], part["participant"]
    if not label:
        return None
    held = [p for p in record["postings"] if p["person"] == who]
    if held:
        best = min(held, key=lambda p: _distance(label, p)) if len(held) > 1 else held[0]
        return _post_of(best["post"], best["institution"], best.get("role"))
    if any(e["id"] == who and e["class"] != "Person" for e in record["entities"]):
        return _post_of(label, who, None)
    return None


def _distance(label: str, posting: PostingRecord) -> tuple[bool, int, bool, str, str]:
    """How far a posting is from a wording: another one, with few words in common, of a post that was left."""
    common = {*label.casefold().split()} & {*posting["post"].casefold().split()}
    former = bool(posting.get("former"))
    return label != posting["post"], -len(common), former, posting["institution"], posting["post"]


def _participation(part: ParticipationRecord, event: str, acted_as: _Post | None, article: str) -> Fields:
    return {
        "id": participation_id(event, part["participant"], part["role"], part["on_behalf_of"]),
        "event": event,
        "participant": part["participant"],
        "role": part["role"],
        "acted_as": acted_as.id if acted_as else None,
        "on_behalf_of": part["on_behalf_of"],
        "status": part.get("status", "accepted"),
        "confidence": part["confidence"],
        "rules": (part.get("rule", ""),),
        "evidence": (_evidence(article, part["evidence"]),),
        "notes": part.get("notes", _NONE),
    }
