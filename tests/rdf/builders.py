"""Small knowledge bases for the tests of RDF: one that is plain, one that is hostile, one that is large."""

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

HOSTILE = (
    "kutip \"ganda\" dan 'tunggal'",
    "baris\nbaru\r\ndan\ttab",
    "> } . # ' ] ) ^^ @id",
    "\u202ekanan ke kiri\u202c \u2066terpencil\u2069 \u200b",
    "\\u0041 \\n \\\\",
    "<script>alert(1)</script> ${x} {{x}}",
    '" . } ; DROP ALL ; SELECT * { ?s ?p "',
    "?x $this <http://evil.example/> SERVICE <http://evil.example/>",
    "emoji 🗳️ dan 汉字",
    '=HYPERLINK("http://evil.example")',
)


def keyed(*nodes):
    return {node.id: node for node in sorted(nodes, key=lambda n: n.id)}


def evidence(quote="Kapolres Klungkung AKBP Wayan Dibia hadir", article="a1", start=10):
    return Evidence(article, start, start + len(quote), quote, "Kemarin ", ".")


def plain_base() -> KnowledgeBase:
    """A meeting in Klungkung: two units, a person with a post, a posting, participations, a co-occurrence."""
    polda = Entity("institution/polda-51", "PoliceUnit", "polda", "Polda Bali", region="51", context=True)
    polres = Entity(
        "institution/polres-51.05",
        "PoliceUnit",
        "polres",
        "Polres Klungkung",
        ("Kepolisian Resor Klungkung",),
        "51.05",
        (Parent("institution/polda-51"),),
        "polres-51.05",
    )
    kpu = Entity(
        "institution/kpu-51.05",
        "ElectionCommission",
        "kpu-kabupaten",
        "KPU Kabupaten Klungkung",
        ("KPU Klungkung",),
        "51.05",
    )
    dibia = Entity("person/wayan-dibia-1", "Person", None, "Wayan Dibia", ranks=("AKBP",), honorifics=("Bapak",))
    post = Post("post/kapolres-klungkung-1", "Kapolres Klungkung", polres.id, "kapolres")
    rapat = Event(
        "event/2024-08-30-rapat-1",
        "meeting",
        "Rapat Tim Terpadu",
        "2024-08-30",
        "day",
        "held",
        "Aula Kantor Bupati",
        "51.05",
        ("a1", "a2"),
        (evidence("Rapat Tim Terpadu digelar", start=60),),
    )
    shared = {"status": "accepted", "rules": ("test",)}
    return KnowledgeBase(
        articles=keyed(
            ArticleNode(
                "article/a1-1", "a1", "Rapat di Klungkung", "https://berita.example/1", "Berita", "2024-08-30", "0" * 64
            ),
            ArticleNode("article/a2-2", "a2", None, None, None, "2024-08-31", "1" * 64, "a1"),
        ),
        regions=keyed(
            Region("region/51", "51", "Bali", "province", None, -8.4, 115.1),
            Region("region/51.05", "51.05", "Kabupaten Klungkung", "kabupaten", "region/51", -8.5, 115.4),
        ),
        entities=keyed(polda, polres, kpu, dibia),
        posts=keyed(post),
        events=keyed(rapat),
        postings=keyed(
            Posting(
                "claim/p1",
                dibia.id,
                post.id,
                polres.id,
                "AKBP",
                None,
                former=False,
                first_seen="2024-08-30",
                last_seen="2024-08-30",
                start_asserted=None,
                end_asserted=None,
                confidence=0.97,
                evidence=(evidence(),),
                **shared,
            ),
        ),
        participations=keyed(
            Participation(
                "claim/t1",
                rapat.id,
                dibia.id,
                "attended",
                post.id,
                None,
                confidence=0.93,
                evidence=(evidence(),),
                **shared,
            ),
            Participation(
                "claim/t2",
                rapat.id,
                polres.id,
                "attended",
                None,
                None,
                confidence=0.9,
                evidence=(evidence(),),
                **shared,
            ),
            Participation(
                "claim/t3",
                rapat.id,
                kpu.id,
                "organised",
                None,
                None,
                confidence=1.0,
                evidence=(evidence("KPU Klungkung menggelar", "a2", 0),),
                **shared,
            ),
        ),
        cooccurrences=keyed(
            CoOccurrence(
                "cooccurrence/1",
                ("institution/kpu-51.05", "institution/polres-51.05"),
                "article",
                2,
                ("a1", "a2"),
                (rapat.id,),
            ),
        ),
    )


def hostile_base() -> KnowledgeBase:
    """The same kind of graph with hostile text wherever an article's words can come to stand, ids included."""
    people = [Entity(f"person/{text}", "Person", None, text, (text + "!",)) for text in HOSTILE]
    people.append(Entity("person/../..", "Person", None, "titik"))
    big = Entity("person/big", "Person", None, "besar " * 170_000)
    post = Post(f"post/{HOSTILE[2]}", HOSTILE[2], "institution/x", HOSTILE[6])
    unit = Entity("institution/x", "Company", HOSTILE[4], "PT Jahat", region=HOSTILE[2])
    event = Event(
        f"event/{HOSTILE[1]}", "other", HOSTILE[6], "2024-13-45", "day", "held", HOSTILE[0], None, (HOSTILE[7],)
    )
    quotes = tuple(evidence(text, HOSTILE[7], at) for at, text in enumerate(HOSTILE))
    return KnowledgeBase(
        articles=keyed(
            ArticleNode(f"article/{HOSTILE[7]}", HOSTILE[7], HOSTILE[1], HOSTILE[2], HOSTILE[3], HOSTILE[4], "x")
        ),
        entities=keyed(*people, big, unit),
        posts=keyed(post),
        events=keyed(event),
        participations=keyed(
            Participation(
                "claim/1",
                event.id,
                people[0].id,
                "attended",
                post.id,
                None,
                "accepted",
                float("nan"),
                HOSTILE,
                quotes,
                HOSTILE,
            )
        ),
    )


def large_base(claims: int, seed: int = 7) -> KnowledgeBase:
    """A synthetic graph; 2,600 claims make about 100,000 triples."""
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    provinces = [
        Region(f"region/{10 + p}", f"{10 + p}", f"Provinsi {p}", "province", None, 0.0, 110.0) for p in range(5)
    ]
    regions = [
        Region(f"region/{p.code}.{k:02}", f"{p.code}.{k:02}", f"Kabupaten {p.code} {k}", "kabupaten", p.id, 0.0, 110.0)
        for p in provinces
        for k in range(1, 9)
    ]
    units = [Entity("institution/polri", "PoliceUnit", "polri", "Polri", context=True)]
    units += [
        Entity(
            f"institution/polda-{p.code}",
            "PoliceUnit",
            "polda",
            f"Polda {p.name}",
            region=p.code,
            parents=(Parent("institution/polri"),),
        )
        for p in provinces
    ]
    for region in regions:
        polda = Parent(f"institution/polda-{region.code[:2]}")
        units.append(
            Entity(
                f"institution/polres-{region.code}",
                "PoliceUnit",
                "polres",
                f"Polres {region.name}",
                (),
                region.code,
                (polda,),
            )
        )
        units.append(
            Entity(
                f"institution/kpu-{region.code}",
                "ElectionCommission",
                "kpu-kabupaten",
                f"KPU {region.name}",
                (),
                region.code,
            )
        )
        units.append(
            Entity(
                f"institution/bawaslu-{region.code}",
                "ElectionSupervisor",
                "bawaslu-kabupaten",
                f"Bawaslu {region.name}",
                (),
                region.code,
            )
        )
    people = [Entity(f"person/p{n}", "Person", None, f"Orang {n}") for n in range(claims // 5)]
    local = [unit for unit in units if unit.region and "." in unit.region]
    posts = {unit.id: Post(f"post/kepala-{unit.id[12:]}", f"Kepala {unit.name}", unit.id, "kapolres") for unit in local}
    articles = [
        ArticleNode(
            f"article/a{n}",
            f"a{n}",
            f"Berita {n}",
            f"https://berita.example/{n}",
            "Berita",
            f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}",
            "0" * 64,
        )
        for n in range(claims // 8)
    ]
    events = [
        Event(
            f"event/e{n}",
            "meeting",
            f"Rapat {n}",
            a.published,
            "day",
            "held",
            f"Aula {n % 50}",
            rng.choice(regions).code,
            (a.article,),
        )
        for n, a in enumerate(articles)
    ]
    participations, postings, together = [], [], []
    for n in range(claims):
        event = events[n % len(events)]
        near = [unit for unit in local if unit.region == event.region]
        who = rng.choice(near) if rng.random() < 0.5 else people[rng.randrange(len(people))]
        proof = (evidence(f"Kutipan nomor {n}", event.reports[0], n),)
        role = rng.choice(["attended", "attended", "led", "organised"])
        participations.append(
            Participation(f"claim/t{n}", event.id, who.id, role, None, None, "accepted", 0.9, ("test",), proof)
        )
        if who.cls == "Person" and n % 3 == 0:
            home = rng.choice(near)
            postings.append(
                Posting(
                    f"claim/p{n}",
                    who.id,
                    posts[home.id].id,
                    home.id,
                    "AKBP",
                    None,
                    former=False,
                    first_seen=event.date,
                    last_seen=event.date,
                    start_asserted=None,
                    end_asserted=None,
                    status=rng.choice(["accepted", "accepted", "conflict"]),
                    confidence=0.9,
                    rules=("test",),
                    evidence=proof,
                    notes=("dua nama",),
                )
            )
    by_event: dict[str, list[str]] = {}
    for part in participations:
        by_event.setdefault(part.event, []).append(part.participant)
    for event in events:
        present = sorted(set(by_event.get(event.id, [])))
        for at, left in enumerate(present):
            together += [
                CoOccurrence(
                    "cooccurrence/" + f"{event.id}-{left}-{right}".replace("/", "-"),
                    (left, right),
                    "article",
                    1,
                    event.reports,
                )
                for right in present[at + 1 : at + 4]
            ]
    return KnowledgeBase(
        keyed(*articles),
        keyed(*provinces, *regions),
        keyed(*units, *people),
        keyed(*posts.values()),
        keyed(*events),
        keyed(*postings),
        keyed(*participations),
        keyed(*together),
    )
