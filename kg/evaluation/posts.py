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
    names = [words.fold_name(name).split() for name in institution["names"]]
    where = set(words.levels) | {w for name in names for w in name[1:]}
    where |= set(words.fold_name(institution.get("region") or "").split())
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
    by_key = {e["key"]: e for e in gold["entities"]}
    names = {e["id"]: e["name"] for e in predicted["entities"]}
    wanted: dict[tuple[str, str], list[Json]] = defaultdict(list)
    for posting in gold["postings"]:
        ends = posting["person"], posting["institution"]
        optional = any(x.get("optional") for x in (posting, *(by_key[end] for end in ends)))
        wanted[ends].append(posting | {"optional": optional})
    stated: dict[tuple[str | None, str | None], list[Json]] = defaultdict(list)
    for posting in predicted["postings"]:
        stated[links.get(posting["person"]), links.get(posting["institution"])].append(posting)

    article = gold["id"]
    for (person, institution), right in wanted.items():
        got = stated.get((person, institution), [])
        edges = _edges(got, right, by_key[institution], words)
        for i, posting in enumerate(got):
            if not edges[i] and not all(r["optional"] for r in right):
                who = names[posting["person"]]
                tally.spurious(article, f"post {posting['post']!r} of {who!r}, wanted {right[0]['posts'][0]!r}")
        _count(article, by_key[person]["names"][0], right, pair_off(edges), tally)
    for pair, postings in stated.items():
        if pair in wanted or any(key is not None and by_key[key].get("optional") for key in pair):
            continue
        for posting in postings:
            who, where = names[posting["person"]], names[posting["institution"]]
            tally.spurious(article, f"spurious posting {who!r}, {posting['post']!r} at {where!r}")


def _edges(got: list[Json], right: list[Json], institution: Json, words: Wording) -> dict[int, list[tuple[bool, int]]]:
    """For each stated post the annotated ones whose wording it has, the required ones first."""
    return {
        i: [
            (wanted["optional"], j)
            for j, wanted in enumerate(right)
            if any(same_post(w, p, institution, words) for w in wordings(posting, words) for p in wanted["posts"])
        ]
        for i, posting in enumerate(got)
    }


def _count(article: str, person: str, right: list[Json], found: dict[int, int], tally: Tally) -> None:
    for j, posting in enumerate(right):
        if posting["optional"]:
            continue
        if j in found:
            tally.tp += 1
        else:
            tally.missed(article, f"missed posting {person!r}, {posting['posts'][0]!r}", posting.get("quote", ""))


def posting_is_right(gold: Json, posting: Json, links: dict[str, str], words: Wording) -> bool | None:
    """Whether a predicted posting is right; None where the annotation leaves it open."""
    by_key = {e["key"]: e for e in gold["entities"]}
    pair = links.get(posting["person"]), links.get(posting["institution"])
    optional = any(key is not None and by_key[key].get("optional") for key in pair)
    right = [p for p in gold["postings"] if (p["person"], p["institution"]) == pair]
    if not right:
        return None if optional else False
    institution = by_key[right[0]["institution"]]
    fits = [
        r
        for r in right
        if any(same_post(w, p, institution, words) for w in wordings(posting, words) for p in r["posts"])
    ]
    if optional or all(r.get("optional") for r in fits or right):
        return None
    return bool(fits)
