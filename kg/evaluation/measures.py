"""An annotation and a prediction of one article → tallies of every measure.

- An entity is found when its canonical name is one of the right names. A second entity for the same thing is spurious
  once; its postings and participations count as those of the first.
- Optional things and bare collective words are neither rewarded nor punished.
- Participation is pooled over the events of an article; `attended` beside `led` or `organised` is neither asked for
  nor wrong. Events are compared one to one by date, and by kind and date.
"""

from __future__ import annotations

from kg.evaluation.alignment import align, pair_off
from kg.evaluation.gold import NODES, Gold, Json
from kg.evaluation.participation import score_participation
from kg.evaluation.posts import score_postings
from kg.evaluation.tally import Tallies, Tally
from kg.evaluation.wording import Wording, wording

EMPTY: Json = {"entities": [], "postings": [], "events": []}


def score(gold: Gold, predicted: dict[str, Json]) -> dict[str, Tallies]:
    """The tallies of every annotated article, by its id; an article without a prediction has everything missed."""
    return {article: score_article(row, predicted.get(article, EMPTY)) for article, row in gold.articles.items()}


def score_article(gold: Json, predicted: Json) -> Tallies:
    """What one article has right, spurious and missed."""
    words = wording()
    gold = with_collective(gold, words)
    links, repeats = align(gold, predicted, words)
    tallies = Tallies()
    _entities(gold, predicted, links, repeats, tallies, words)
    score_postings(gold, predicted, links, tallies["postings"], words)
    score_participation(gold, predicted, links, tallies)
    _events(gold, predicted, tallies, words)
    return tallies


def with_collective(gold: Json, words: Wording) -> Json:
    """The annotation with the collective words, which are optional though it need not list them."""
    listed = {words.name(name, e["class"]) for e in gold["entities"] for name in e["names"]}
    bare = [
        {"key": f"collective {i}", "class": "CivilSociety", "names": [word], "optional": True}
        for i, word in enumerate(words.collective)
        if words.institution(word) not in listed
    ]
    return gold | {"entities": gold["entities"] + bare}


def _entities(
    gold: Json, predicted: Json, links: dict[str, str], repeats: set[str], tallies: Tallies, words: Wording
) -> None:
    article, by_key = gold["id"], {e["key"]: e for e in gold["entities"]}
    right = {name for e in gold["entities"] for text in e["names"] if (name := words.name(text, e["class"]))}
    found = {links[e["id"]]: e for e in predicted["entities"] if e["id"] in links and e["id"] not in repeats}
    for entity in gold["entities"]:
        if not entity.get("optional"):
            _entity(article, entity, found.get(entity["key"]), tallies)
    for entity in predicted["entities"]:
        kind, key = entity["class"], links.get(entity["id"])
        if kind in NODES or (key is not None and (entity["id"] not in repeats or by_key[key].get("optional"))):
            continue
        error = f"{'repeated' if key else 'spurious'} {kind} {entity['name']!r}"
        alias = next((a for a in entity.get("aliases", [])[:20] if key is None and words.name(a, kind) in right), None)
        error += f" (its alias {alias!r} is right)" if alias else ""
        tallies["persons" if kind == "Person" else "institutions"].spurious(article, error)
        tallies[f"class:{kind}"].spurious(article, error)


def _entity(article: str, entity: Json, got: Json | None, tallies: Tallies) -> None:
    kind, person = entity["class"], entity["class"] == "Person"
    group = tallies["persons" if person else "institutions"]
    if got is None:
        for tally in [group, tallies[f"class:{kind}"], *([] if person else [tallies["typing"]])]:
            tally.missed(article, f"missed {kind} {entity['names'][0]!r}", entity.get("quote", ""))
        return
    group.tp += 1
    if got["class"] == kind:
        tallies[f"class:{kind}"].tp += 1
        tallies["typing"].tp += not person
        return
    wrong = f"{got['name']!r} is {kind}, not {got['class']}"
    tallies[f"class:{kind}"].missed(article, wrong, entity.get("quote", ""))
    tallies[f"class:{got['class']}"].spurious(article, wrong)
    tallies["typing"].spurious(article, wrong)
    tallies["typing"].fn += 1


def _kinds(event: Json, words: Wording) -> set[str]:
    """The kinds that are right for an annotated event."""
    either = {"ceremony", "other"}
    return (
        either if event["kind"] in either and any(map(words.either.search, event.get("names", []))) else {event["kind"]}
    )


def _events(gold: Json, predicted: Json, tallies: Tallies, words: Wording) -> None:
    """Each required event wants one of its date (and kind); an optional one excuses one more; any other is spurious."""
    for measure in ("event date", "event kind+date"):
        edges = {
            i: [
                (int(optional), j)
                for j, event in enumerate(gold["events"])
                if _fits(got, event, words, kinds=measure == "event kind+date", optional=(optional := _optional(event)))
            ]
            for i, got in enumerate(predicted["events"])
        }
        owner = pair_off(edges)
        _count_events(gold, predicted, owner, tallies[measure])


def _optional(thing: Json) -> bool:
    return bool(thing.get("optional"))


def _fits(got: Json, event: Json, words: Wording, *, kinds: bool, optional: bool) -> bool:
    dated, kind = got["date"] == event["date"], got["type"] in _kinds(event, words)
    if optional:
        return dated or (kind and None in (got["date"], event["date"]))
    return dated and (kind or not kinds)


def _count_events(gold: Json, predicted: Json, owner: dict[int, int], tally: Tally) -> None:
    for j, event in enumerate(gold["events"]):
        if _optional(event):
            continue
        if j in owner:
            tally.tp += 1
        else:
            name = (event.get("names") or [""])[0]
            tally.missed(gold["id"], f"missed {event['kind']} on {event['date']}", name)
    for i, got in enumerate(predicted["events"]):
        if i not in owner.values():
            tally.spurious(gold["id"], f"spurious {got['type']} on {got['date']}")
