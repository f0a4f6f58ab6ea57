"""Postings: whether a post is worded as the annotation allows, and who holds which office where."""

from __future__ import annotations

from collections import defaultdict

from kg.evaluation.alignment import pair_off
from kg.evaluation.gold import Json
from kg.evaluation.tally import Tally
from kg.evaluation.wording import Wording


def same_post(got: str, wanted: str, institution: Json, words: Wording) -> bool:
    """Whether a wording names the wanted office.

    The words of its institution at the end may be there or not; but a single word that would be left of the wanted
    wording without the kind of institution is too little.
    """
    names = [words.fold(name).split() for name in institution["names"]]
    where = set(words.levels) | {w for name in names for w in name[1:]}
    where |= set(words.fold(institution.get("region") or "").split())
    own = where | {name[0] for name in names if name}
    a, b = words.office(got), words.office(wanted)
    short = _without_end(b, own)
    ways = [
        (a, b),
        (_without_end(a, where), _without_end(b, where)),
        (_without_end(a, own), short if len(short) > 1 else b),
    ]
    return any(x and "".join(x) == "".join(y) for x, y in ways)


def _without_end(words: list[str], own: set[str]) -> list[str]:
    end = len(words)
    while end and words[end - 1] in own:
        end -= 1
    return words[:end]


def wordings(posting: Json, words: Wording) -> list[str]:
    """A predicted post as it is, and with the acting status before it."""
    acting = words.office(str(posting.get("acting")))
    if posting["post"] and len(acting) == 1 and acting[0] in words.acting:
        return [posting["post"], f"{posting['acting']} {posting['post']}"]
    return [posting["post"]]


def score_postings(gold: Json, predicted: Json, links: dict[str, str], tally: Tally, words: Wording) -> None:
    """Count the postings of one article."""
    article, by_key = gold["id"], {e["key"]: e for e in gold["entities"]}
    names = {e["id"]: e["name"] for e in predicted["entities"]}
    wanted: dict[tuple[str, str], list[Json]] = defaultdict(list)
    for posting in gold["postings"]:
        ends = posting["person"], posting["institution"]
        optional = any(x.get("optional") for x in (posting, *(by_key[end] for end in ends)))
        wanted[ends].append(posting | {"optional": optional})
    stated: dict[tuple[str | None, str | None], list[Json]] = defaultdict(list)
    for posting in predicted["postings"]:
        stated[links.get(posting["person"]), links.get(posting["institution"])].append(posting)

    for pair, right in wanted.items():
        person, institution = by_key[pair[0]], by_key[pair[1]]
        edges: dict[int, list[tuple[bool, int]]] = {}
        for i, posting in enumerate(stated.get(pair, [])):
            edges[i] = [
                (r["optional"], j)
                for j, r in enumerate(right)
                if any(same_post(w, p, institution, words) for w in wordings(posting, words) for p in r["posts"])
            ]
            if not edges[i] and not all(r["optional"] for r in right):
                who = names[posting["person"]]
                tally.spurious(article, f"post {posting['post']!r} of {who!r}, wanted {right[0]['posts'][0]!r}")
        found = pair_off(edges)
        for j, posting in enumerate(right):
            if posting["optional"]:
                continue
            if j in found:
                tally.tp += 1
            else:
                text = f"missed posting {person['names'][0]!r}, {posting['posts'][0]!r}"
                tally.missed(article, text, posting.get("quote", ""))
    for pair_found, postings in stated.items():
        if pair_found in wanted or any(key is not None and by_key[key].get("optional") for key in pair_found):
            continue
        for posting in postings:
            who, where = names[posting["person"]], names[posting["institution"]]
            tally.spurious(article, f"spurious posting {who!r}, {posting['post']!r} at {where!r}")
