"""Records in a few words: a test says what matters, the rest is filled in."""

from __future__ import annotations

from typing import Any

from kg.records import Record

HEADS = {"Polres": "kapolres", "Polsek": "kapolsek", "Kodim": "dandim", "KPU": "ketua-kpu", "Pemkab": "bupati"}
CLASSES = {
    "Polres": "PoliceUnit", "Polsek": "PoliceUnit", "Kodim": "MilitaryCommand", "KPU": "ElectionCommission",
    "Bawaslu": "ElectionSupervisor", "Pemkab": "RegionalGovernment", "Dinas": "RegionalAgency", "Forum": "Forum",
    "Partai": "PoliticalParty",
}  # fmt: skip


def evidence(quote: str = "kutipan", start: int = 0) -> dict[str, Any]:
    return {"start": start, "end": start + (len(quote) or 1), "quote": quote}


def body(kind: str, region: str | None, *, known: bool = True, **more: Any) -> dict[str, Any]:
    """An institution: `body("Polres", "51.05")`; not known to the gazetteer with `known=False`."""
    name = f"{kind} {region}" if region else kind
    return {
        "id": f"i-{kind}-{region}".lower(), "class": CLASSES[kind], "type": kind, "name": name, "aliases": [],
        "region": region, "mentions": [{"start": 0, "end": 5, "text": name}], "concept": kind.lower(),
        "unit": f"{kind.lower()}-{region}" if known and region else None,
    } | more  # fmt: skip


def person(name: str, *, rank: str | None = None, aliases: tuple[str, ...] = (), at: int = 10) -> dict[str, Any]:
    return {
        "id": f"p-{name}", "class": "Person", "type": None, "name": name, "aliases": list(aliases), "region": None,
        "mentions": [{"start": at, "end": at + (len(name) or 1), "text": name}], "ranks": [rank] if rank else [],
    }  # fmt: skip


def posting(who: dict[str, Any], where: dict[str, Any], day: str | None, **more: Any) -> dict[str, Any]:
    """`who` heads `where`, seen on a day; other fields by name."""
    kind = where["type"]
    return {
        "person": who["id"], "post": f"Kepala {where['name']}", "institution": where["id"],
        "rank": who["ranks"][0] if who["ranks"] else None, "acting": None, "confidence": 0.9,
        "evidence": evidence(who["name"], 10), "role": HEADS.get(kind), "seen": day, "former": False, "rule": "test",
    } | more  # fmt: skip


def event(
    *who: dict[str, Any],
    day: str | None,
    name: str = "rapat",
    kind: str = "meeting",
    region: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    return {
        "id": f"v-{name}-{day}", "type": kind, "name": name, "date": day, "status": "held", "place": None,
        "region": region, "precision": "day" if day else "none",
        "participations": [
            {"participant": one["id"], "role": "attended", "post": None, "on_behalf_of": None, "confidence": 0.9,
             "evidence": evidence(one["name"])}
            for one in who
        ],
    } | more  # fmt: skip


def record(
    article: str,
    *entities: dict[str, Any],
    day: str | None = "2024-08-30",
    postings: tuple[dict[str, Any], ...] = (),
    events: tuple[dict[str, Any], ...] = (),
    fingerprint: list[int] | None = None,
) -> Record:
    return {
        "article": article, "title": None, "published": day, "dateline": None, "entities": list(entities),
        "postings": list(postings), "events": list(events), "cooccurrences": [], "issues": [],
        "source": {"url": None, "publisher": None, "fetched": None, "sha256": "", "fingerprint": fingerprint or []},
    }  # type: ignore[typeddict-item]  # fmt: skip


def officer(article: str, name: str, kind: str, region: str, day: str, rank: str | None = None, **more: Any) -> Record:
    """An article in which one person heads one institution on a day."""
    who, where = person(name, rank=rank), body(kind, region)
    return record(article, where, who, day=day, postings=(posting(who, where, more.pop("seen", day), **more),))


def bystander(article: str, name: str, day: str = "2024-08-30", region: str | None = None) -> Record:
    """An article that only names a person, beside an institution of a region."""
    return record(article, *([body("Pemkab", region)] if region else []), person(name), day=day)


def people(records: list[Record]) -> dict[str, str]:
    """article/local name → canonical id of each person."""
    return {f"{r['article']}/{e['name']}": e["id"] for r in records for e in r["entities"] if e["class"] == "Person"}


def groups(records: list[Record]) -> set[frozenset[str]]:
    """The articles in which each person was seen."""
    found: dict[str, set[str]] = {}
    for where, canonical in people(records).items():
        found.setdefault(canonical, set()).add(where.partition("/")[0])
    return {frozenset(articles) for articles in found.values()}
