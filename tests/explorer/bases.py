"""Made-up knowledge bases of any size: numbers only, no sentence of anybody's article."""

from __future__ import annotations

import random

from kg.graph.knowledge_base import KnowledgeBase
from kg.model import (
    ArticleNode,
    CoOccurrence,
    Entity,
    Event,
    Evidence,
    Parent,
    Participation,
    Post,
    Posting,
    Region,
)

CLASSES = ("PoliceUnit", "MilitaryCommand", "RegionalGovernment", "ElectionCommission", "ElectionSupervisor", "Forum")
KINDS = ("meeting", "ceremony", "patrol", "visit")


def synthetic(nodes: int = 300, claims: int = 900, *, seed: int = 1) -> KnowledgeBase:
    """About `nodes` entities and events in some hundred regions with `claims` statements, always the same."""
    rng = random.Random(seed)  # noqa: S311 - made-up data
    persons, institutions = nodes * 45 // 100, nodes * 30 // 100
    happenings = nodes - persons - institutions
    where = [f"{11 + i // 8}.{1 + i % 8:02d}" for i in range(max(8, min(160, nodes // 12)))]
    codes = sorted(set(where) | {code[:2] for code in where})
    regions = {
        f"region/{code}": Region(
            f"region/{code}",
            code,
            f"Wilayah {code}",
            "kabupaten" if "." in code else "province",
            None,
            -9 + (int(code[:2]) * 7 % 14) + rng.random(),
            96 + (int(code[:2]) * 3.1 % 42) + rng.random(),
        )
        for code in codes
    }
    articles = {
        f"article/a{i:05d}": ArticleNode(
            f"article/a{i:05d}",
            f"a{i:05d}",
            f"Kabar nomor {i}",
            f"https://kabar{i % 23}.example/{i}",
            f"Kabar {i % 23}",
            f"20{18 + i % 7}-{1 + i % 12:02d}-{1 + i % 28:02d}",
            "0" * 64,
        )
        for i in range(max(4, nodes // 10))
    }
    units = [
        Entity(
            f"institution/u{i:05d}",
            CLASSES[i % len(CLASSES)],
            "satuan",
            f"Satuan {i} Wilayah {where[i % len(where)]}",  # type: ignore[arg-type]
            (f"S{i}",),
            where[i % len(where)],
            parents=(Parent(f"institution/u{i // 5:05d}"),) if i else (),
        )
        for i in range(institutions)
    ]
    people = [Entity(f"person/p{i:05d}", "Person", None, f"Orang Ke-{i}", nil=i % 3 == 0) for i in range(persons)]
    events = [
        Event(
            f"event/e{i:05d}",
            KINDS[i % 4],
            f"Rapat ke-{i} di {where[i % len(where)]}",  # type: ignore[arg-type]
            f"20{18 + i % 7}-{1 + i * 5 % 12:02d}-{1 + i * 3 % 28:02d}",
            "day",
            "held",
            f"Aula {i % 90}",
            where[i % len(where)],
            (f"a{i % len(articles):05d}",),
        )
        for i in range(happenings)
    ]
    posts = {
        f"post/k{i:05d}": Post(f"post/k{i:05d}", f"Kepala Satuan {i}", units[i].id, "kepala")
        for i in range(institutions)
    }

    def proof(number: int, who: str, what: str) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(
                f"a{(number * 7 + turn * 13) % len(articles):05d}",
                40,
                40 + len(who),
                who,
                f"Pada hari ke-{number} ",
                f" hadir dalam {what} bersama {number % 50} peserta lain di aula yang sama.",
            )
            for turn in range(1 + (number % 9 == 0))
        )

    postings, participations = {}, {}
    for i in range(claims // 5):
        home = rng.randrange(persons)
        person, unit = people[home], (home * institutions // persons + rng.randrange(6)) % institutions
        day = f"20{18 + i % 7}-{1 + i % 12:02d}-11"
        key = f"claim/o{i:06d}"
        postings[key] = Posting(
            key,
            person.id,
            f"post/k{unit:05d}",
            units[unit].id,
            "AKP" if i % 2 else None,
            None,
            False,  # noqa: FBT003 - not former
            day,
            day,
            None,
            None,
            "conflict" if i % 31 == 0 else "accepted",
            0.6 + i % 40 / 100,
            ("office.name",),
            proof(i, person.name, "serah terima"),
        )
    for i in range(claims - claims // 5):
        at = rng.randrange(happenings)
        near = persons if i % 40 == 1 else 25  # a few travel
        who = (
            people[(at * persons // happenings + rng.randrange(near)) % persons]
            if i % 2
            else units[(at * institutions // happenings + rng.randrange(9)) % institutions]
        )
        key = f"claim/t{i:06d}"
        participations[key] = Participation(
            key,
            events[at].id,
            who.id,
            "led" if i % 17 == 0 else "organised" if i % 11 == 0 else "attended",
            None,
            units[rng.randrange(institutions)].id if i % 23 == 0 else None,
            "accepted",
            0.5 + i % 50 / 100,
            ("event.attended",),
            proof(i, who.name, events[at].name),
        )
    pairs = {}
    for i in range(claims // 3):
        a, b = sorted((people[rng.randrange(persons)].id, units[rng.randrange(institutions)].id))
        key = f"cooccurrence/{i:06d}"
        pairs[key] = CoOccurrence(
            key, (a, b), ("sentence", "article", "paragraph")[i % 3], 1 + i % 4, (f"a{i % len(articles):05d}",)
        )
    entities = {entity.id: entity for entity in sorted([*units, *people], key=lambda e: e.id)}
    return KnowledgeBase(articles, regions, entities, posts, {e.id: e for e in events}, postings, participations, pairs)


def _told(article: str, prefix: str, quote: str, suffix: str, start: int = 20) -> Evidence:
    return Evidence(article, start, start + len(quote), quote, prefix, suffix)


def small() -> KnowledgeBase:
    """A small base in which every kind of thing occurs that the page shows."""
    unit = "institution/"
    articles = [
        ArticleNode(
            "article/a1",
            "a1",
            "Rakor pengamanan di Klungkung",
            "https://kabarsatu.example/1",
            "Kabar Satu",
            "2024-08-31",
            "0" * 64,
        ),
        ArticleNode(
            "article/a2",
            "a2",
            "Apel gabungan di lapangan",
            "https://kabardua.example/2",
            "Kabar Dua",
            "2024-09-16",
            "1" * 64,
        ),
        ArticleNode(
            "article/a3",
            "a3",
            "Rakor pengamanan (salinan)",
            "http://kabartiga.example/3",
            "Kabar Tiga",
            "2024-09-01",
            "2" * 64,
            copy_of="a1",
        ),
        ArticleNode("article/a4", "a4", None, "javascript:alert(1)", None, None, "3" * 64),
    ]
    regions = [
        Region("region/51", "51", "Bali", "province", None, -8.4, 115.1),
        Region("region/51.05", "51.05", "Kabupaten Klungkung", "kabupaten", "51", -8.54, 115.4),
        Region("region/51.71", "51.71", "Kota Denpasar", "kota", "51", -8.65, 115.22),
    ]
    entities = [
        Entity(unit + "polri", "PoliceUnit", "polri", "Polri", context=True),
        Entity(
            unit + "polda-bali",
            "PoliceUnit",
            "polda",
            "Polda Bali",
            ("Kepolisian Daerah Bali",),
            "51",
            (Parent(unit + "polri"),),
        ),
        Entity(
            unit + "polres-klungkung",
            "PoliceUnit",
            "polres",
            "Polres Klungkung",
            ("Kepolisian Resor Klungkung",),
            "51.05",
            (Parent(unit + "polda-bali"),),
        ),
        Entity(unit + "kodim-1610", "MilitaryCommand", "kodim", "Kodim 1610/Klungkung", (), "51.05"),
        Entity(unit + "kpu-klungkung", "ElectionCommission", "kpu-kabupaten", "KPU Kabupaten Klungkung", (), "51.05"),
        Entity(unit + "bawaslu-denpasar", "ElectionSupervisor", "bawaslu-kota", "Bawaslu Kota Denpasar", (), "51.71"),
        Entity(unit + "sendiri", "CivilSociety", "lsm", "Lembaga Tanpa Klaim", (), None, nil=True),
        Entity(
            "person/wirawan",
            "Person",
            None,
            "Made Wirawan",
            ("M. Wirawan",),
            ranks=("AKBP",),
            reasons=("same name and post",),
        ),
        Entity("person/sudarsa", "Person", None, "Ketut Sudarsa"),
        Entity("person/gede", "Person", None, "Nyoman Gédé"),
        Entity("person/ayu", "Person", None, "Ni Luh Ayu"),
    ]
    posts = [
        Post("post/kapolres", "Kapolres Klungkung", unit + "polres-klungkung", "kapolres"),
        Post("post/kapolda", "Kapolda Bali", unit + "polda-bali", "kapolda"),
        Post("post/dandim", "Dandim 1610/Klungkung", unit + "kodim-1610", "dandim"),
    ]
    rakor = _told("a1", "Pagi itu ", "Rapat Koordinasi Pengamanan", " digelar di Aula Dharma.")
    events = [
        Event(
            "event/rakor",
            "meeting",
            "Rapat Koordinasi Pengamanan",
            "2024-08-30",
            "day",
            "held",
            "Aula Dharma",
            "51.05",
            ("a1", "a3"),
            (rakor,),
        ),
        Event(
            "event/apel",
            "ceremony",
            "Apel Gelar Pasukan",
            "2024-09-15",
            "day",
            "held",
            "Lapangan Puputan",
            "51.71",
            ("a2",),
        ),
        Event(
            "event/simulasi",
            "training",
            "Simulasi Pemungutan Suara",
            "2024-10",
            "month",
            "planned",
            None,
            "51.05",
            ("a2",),
        ),
        Event("event/kunjungan", "visit", "Kunjungan Kerja", None, "none", "held", None, None, ("a4",)),
    ]

    def posting(key: str, person: str, post: Post, first: str, last: str, **more: object) -> Posting:
        name = next(e.name for e in entities if e.id == person)
        given = {
            "rank": "AKBP",
            "acting": None,
            "former": False,
            "start_asserted": None,
            "end_asserted": None,
            "status": "accepted",
        } | more
        return Posting(
            id=f"claim/{key}",
            person=person,
            post=post.id,
            institution=post.institution,
            first_seen=first,
            last_seen=last,
            confidence=0.97,
            rules=("office.name",),
            evidence=(_told("a1", "Turut hadir ", f"{post.label} {name}", " bersama jajaran."),),
            **given,  # type: ignore[arg-type]
        )

    def part(
        key: str, event: str, who: str, role: str, quotes: tuple[Evidence, ...], confidence: float = 0.9, **more: object
    ) -> Participation:
        given = {"acted_as": None, "on_behalf_of": None, "status": "accepted", "notes": ()} | more
        return Participation(
            id=f"claim/{key}",
            event=event,
            participant=who,
            role=role,
            confidence=confidence,
            rules=(f"event.{role}",),
            evidence=quotes,
            **given,
        )  # type: ignore[arg-type]

    led = (
        _told("a1", "Rapat itu ", "dipimpin Kapolres Klungkung Made Wirawan", " pada Jumat pagi.", 100),
        _told("a2", "Sebelumnya, rakor ", "dipimpin Kapolres Made Wirawan", " di aula.", 40),
        _told("a3", "Rapat itu ", "dipimpin Kapolres Klungkung Made Wirawan", " pada Jumat pagi.", 100),
    )
    came = (_told("a1", "Rapat itu dipimpin Kapolres, ", "dihadiri Kodim 1610/Klungkung", " dan tamu lain."),)
    postings = [
        posting("o1", "person/wirawan", posts[0], "2024-08-30", "2024-09-15"),
        posting("o2", "person/sudarsa", posts[0], "2023-02-01", "2023-05-01"),
        posting("o3", "person/sudarsa", posts[1], "2024-08-30", "2024-08-30", start_asserted="2024-01-02"),
        posting(
            "o4",
            "person/gede",
            posts[2],
            "2024-08-30",
            "2024-08-30",
            status="conflict",
            notes=("two holders on one day",),
        ),
    ]
    participations = [
        part("t1", "event/rakor", "person/wirawan", "led", led, 0.95, acted_as="post/kapolres"),
        part("t2", "event/rakor", "person/wirawan", "attended", came),
        part("t3", "event/rakor", unit + "kodim-1610", "attended", came),
        part(
            "t4",
            "event/rakor",
            unit + "kpu-klungkung",
            "organised",
            (_told("a1", "", "KPU Kabupaten Klungkung menggelar rapat", "."),),
            0.7,
        ),
        part(
            "t5",
            "event/rakor",
            "person/gede",
            "attended",
            (_told("a1", "", "Kapolda diwakili Nyoman Gédé", "."),),
            on_behalf_of="person/sudarsa",
        ),
        part("t6", "event/apel", "person/ayu", "attended", (_told("a2", "Apel ", "diikuti Ni Luh Ayu", "."),), 0.55),
        part(
            "t7",
            "event/apel",
            unit + "kodim-1610",
            "organised",
            (_told("a2", "", "Kodim 1610/Klungkung menggelar apel", "."),),
        ),
        part(
            "t8",
            "event/apel",
            unit + "bawaslu-denpasar",
            "attended",
            (_told("a2", "", "Bawaslu Kota Denpasar ikut", "."),),
            status="rejected",
        ),
        part(
            "t9",
            "event/simulasi",
            unit + "bawaslu-denpasar",
            "organised",
            (_told("a2", "", "Bawaslu Kota Denpasar akan menggelar simulasi", "."),),
        ),
        part("t10", "event/kunjungan", "person/ayu", "led", (_told("a4", "", "dipimpin Ni Luh Ayu", "."),)),
    ]
    pairs = [
        CoOccurrence("cooccurrence/1", ("person/ayu", "person/wirawan"), "sentence", 2, ("a1",)),
        CoOccurrence("cooccurrence/2", (unit + "kpu-klungkung", "person/ayu"), "article", 1, ("a1", "a2")),
    ]

    def table(nodes: list) -> dict:  # type: ignore[type-arg]
        return {node.id: node for node in sorted(nodes, key=lambda node: node.id)}

    return KnowledgeBase(*map(table, (articles, regions, entities, posts, events, postings, participations, pairs)))


def hostile(*payloads: str) -> KnowledgeBase:
    """One thing of each kind for each payload, which stands in every field that is free text, and in an id."""
    base = KnowledgeBase({}, {}, {}, {}, {}, {}, {}, {})
    for i, p in enumerate(payloads):
        article, unit, person, event = f"a{i:03d}", f"institution/{i:03d}", f"person/{i:03d}", f"event/{i:03d}"
        code, post = str(11 + i), f"post/{i:03d}"
        proof = (Evidence(article, 0, len(p) or 1, p, p, p),)
        nodes = [
            ArticleNode(f"article/{i:03d}", article, p, p, p, "2024-01-01", p),
            Region(f"region/{code}", code, p, "province", None, -8.0 + i / 9, 100.0 + i / 2),
            Entity(
                unit,
                "PoliceUnit",
                p,
                p,
                (p, p + "2"),
                code,
                (Parent(unit + "/up", p, p),),
                unit=p,
                ranks=(p,),
                reasons=(p,),
                candidates=(p,),
            ),
            Entity(unit + "/up", "PoliceUnit", p, "x" + p),
            Entity(person, "Person", None, p, (p,), ranks=(p,), honorifics=(p,), degrees=(p,)),
            Entity(p or "kosong", "Person", None, f"payload {i} as id"),
            Post(post, p, unit, p),
            Event(event, "meeting", p, "2024-01-01", "day", "held", p, code, (article,), proof),
            Event(event + "/when", "visit", "when", p, "day", "held", p, code, (article,), proof),
            Posting(
                f"claim/o{i:03d}",
                person,
                post,
                unit,
                p,
                p,
                former=False,
                first_seen="2024-01-01",
                last_seen=p,
                start_asserted=None,
                end_asserted=p,
                status="accepted",
                confidence=0.9,
                rules=(p,),
                evidence=proof,
                notes=(p,),
            ),
            *(
                Participation(f"claim/t{i:03d}{n}", event, who, "led", post, unit, "accepted", 0.9, (p,), proof, (p,))
                for n, who in enumerate((person, p or "kosong"))
            ),
            CoOccurrence(f"cooccurrence/{i:03d}", (unit, person), "sentence", 1, (article,)),
        ]
        places = {
            ArticleNode: base.articles,
            Region: base.regions,
            Entity: base.entities,
            Post: base.posts,
            Event: base.events,
            Posting: base.postings,
            Participation: base.participations,
            CoOccurrence: base.cooccurrences,
        }
        for node in nodes:
            places[type(node)][node.id] = node  # type: ignore[index, attr-defined]
    return base
