"""KnowledgeBase → FollowTheMoney entities, one a line: for Aleph, OpenSanctions' tools and everything that reads FtM.

Only accepted and conflicting claims are written; a participation is an `UnknownLink` with the role, and an `Event`
lists who organised it and who was involved. The quote of a claim is its `description`, its article the `proof`.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from kg.export.files import sink
from kg.graph.knowledge_base import KnowledgeBase
from kg.ids import digest
from kg.model import ArticleNode, Entity, Event, Evidence, Participation

SCHEMATA = {
    "Person": "Person", "PoliticalParty": "Organization", "CivilSociety": "Organization", "Education": "Organization",
    "Forum": "Organization", "Company": "Company",
}  # fmt: skip
_READABLE = re.compile(r"[a-z]+/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_DAY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_COUNTRY = "id"
# What FtM allows; longer text is cut, with an ellipsis.
_LONGEST = {"name": 384, "alias": 384, "location": 250, "description": 65000, "sourceUrl": 4096}


def write_ftm(base: KnowledgeBase, target: Path | IO[bytes]) -> None:
    """Write FtM entities as JSON Lines, sorted by id."""
    lines = sorted((entity["id"], json.dumps(entity, ensure_ascii=False)) for entity in ftm_entities(base))
    with sink(target) as file:
        file.writelines(f"{line}\n".encode("utf-8", "replace") for _, line in lines)


def ftm_entities(base: KnowledgeBase) -> Iterator[dict[str, Any]]:
    """Articles, entities, posts and events, then the links between them."""
    articles = {node.article: ftm_id(node.id) for node in base.articles.values()}
    for article in base.articles.values():
        yield _article(article)
    for entity in base.entities.values():
        yield _entity(base, entity)
    for post in base.posts.values():
        yield _made(
            post.id, "Position", name=[post.label], country=[_COUNTRY], organization=_known(base, post.institution)
        )
    parts: dict[str, list[Participation]] = defaultdict(list)
    for part in base.participations.values():
        if part.status != "rejected":
            parts[part.event].append(part)
    for event in base.events.values():
        yield _event(base, event, parts[event.id], articles)
    yield from _postings(base, articles)
    yield from _participations(base, articles)


def ftm_id(identifier: str) -> str:
    """An id as FtM wants it: readable where the parts allow it, else a hash; no two ids fall together.

    >>> ftm_id("institution/polres-51.05"), ftm_id("person/<b>")
    ('institution.polres-51.05', 'x.a39dc6d6751f4456')
    """
    return identifier.replace("/", ".", 1) if _READABLE.fullmatch(identifier) else f"x.{digest(identifier)}"


def _made(identifier: str, schema: str, **properties: Iterable[str | None]) -> dict[str, Any]:
    """An entity; empty values and properties are left out, dates that are none too."""
    kept = {
        name: sorted({_shortened(value, _LONGEST.get(name, 1024)) for value in values if value and value.strip()})
        for name, values in properties.items()
    }
    return {"id": ftm_id(identifier), "schema": schema, "properties": {k: v for k, v in sorted(kept.items()) if v}}


def _shortened(value: str, longest: int) -> str:
    return value if len(value) <= longest else value[: longest - 1] + "…"


def _days(*values: str | None) -> list[str]:
    return [value[:10] for value in values if value and _DAY.fullmatch(value[:10])]


def _urls(*values: str | None) -> list[str]:
    return [
        v for v in values if v and v.isascii() and urlsplit(v).scheme in ("http", "https") and not re.search(r"\s", v)
    ]


def _known(base: KnowledgeBase, *identifiers: str | None) -> list[str]:
    return [ftm_id(item) for item in identifiers if item is not None and item in base.entities]


def _article(article: ArticleNode) -> dict[str, Any]:
    return _made(
        article.id, "Article", title=[article.title or article.article], sourceUrl=_urls(article.url),
        publisher=[article.publisher], publishedAt=_days(article.published), language=["ind"],
    )  # fmt: skip


def _entity(base: KnowledgeBase, entity: Entity) -> dict[str, Any]:
    shared = {"name": [entity.name], "alias": list(entity.aliases), "country": [_COUNTRY]}
    if entity.cls == "Person":
        return _made(entity.id, "Person", **shared, title=[*entity.honorifics, *entity.ranks], education=entity.degrees)
    parents = _known(
        base, *(p.id if p.id in base.entities else f"institution/{p.id}" for p in entity.parents if not p.end)
    )
    schema = SCHEMATA.get(entity.cls, "PublicBody")
    return _made(entity.id, schema, **shared, classification=[entity.type, entity.cls], parent=parents)


def _event(base: KnowledgeBase, event: Event, parts: list[Participation], articles: dict[str, str]) -> dict[str, Any]:
    return _made(
        event.id, "Event", name=[event.name], date=_days(event.date), country=[_COUNTRY],
        location=[(event.place or "").replace(";", ",")],
        summary=[f"{event.kind}, {event.status}"], proof=[articles[a] for a in event.reports if a in articles],
        organizer=_known(base, *(p.participant for p in parts if p.role == "organised")),
        involved=_known(base, *(p.participant for p in parts)),
    )  # fmt: skip


def _postings(base: KnowledgeBase, articles: dict[str, str]) -> Iterator[dict[str, Any]]:
    for posting in base.postings.values():
        if posting.status != "rejected":
            yield _made(
                posting.id, "Occupancy", holder=_known(base, posting.person), post=[ftm_id(posting.post)],
                startDate=_days(posting.start_asserted), endDate=_days(posting.end_asserted),
                date=_days(posting.first_seen, posting.last_seen),
                status=["ended" if posting.former else "unknown"], **_proof(posting.evidence, articles),
            )  # fmt: skip


def _participations(base: KnowledgeBase, articles: dict[str, str]) -> Iterator[dict[str, Any]]:
    for part in base.participations.values():
        if part.status == "rejected":
            continue
        event = base.events.get(part.event)
        day, proof = _days(event.date if event else None), _proof(part.evidence, articles)
        yield _made(
            part.id, "UnknownLink", subject=_known(base, part.participant), object=[ftm_id(part.event)],
            role=[part.role], date=day, status=[part.status], **proof,
        )  # fmt: skip
        if part.on_behalf_of in base.entities:
            yield _made(
                f"representation/{digest(part.id)}", "Representation", agent=_known(base, part.participant),
                client=_known(base, part.on_behalf_of), date=day, **proof,
            )  # fmt: skip


def _proof(evidence: Iterable[Evidence], articles: dict[str, str]) -> dict[str, list[str]]:
    quotes = list(evidence)
    return {
        "description": [item.quote for item in quotes],
        "proof": [articles[item.article] for item in quotes if item.article in articles],
    }
