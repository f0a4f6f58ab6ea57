"""Participation, pooled over the events of an article: who took part, and who in which role."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kg.evaluation.gold import Json
from kg.evaluation.tally import Tallies

HOSTS = ("led", "organised")
GUEST = "attended"


@dataclass
class _Wanted:
    """What an annotation asks for; the values say whether it is optional."""

    anyhow: dict[str, bool] = field(default_factory=dict)
    roles: dict[tuple[str, str], bool] = field(default_factory=dict)
    instead: dict[str, list[set[str]]] = field(default_factory=lambda: defaultdict(list))  # roles that say it as well
    quotes: dict[tuple[str, str], str] = field(default_factory=dict)


def _wanted(gold: Json, by_key: dict[str, Json]) -> _Wanted:
    want = _Wanted()
    for event in gold["events"]:
        hosts: dict[str, set[str]] = defaultdict(set)
        sure: set[str] = set()
        for part in event["participations"]:
            if part["role"] in HOSTS:
                hosts[part["who"]].add(part["role"])
                if not part.get("optional"):
                    sure.add(part["who"])
        for part in event["participations"]:
            who, role = part["who"], part["role"]
            optional = bool(event.get("optional") or part.get("optional") or by_key[who].get("optional"))
            want.anyhow[who] = want.anyhow.get(who, True) and optional
            if role == GUEST and not optional:
                optional = who in sure
                if not optional:
                    want.instead[who].append(hosts.get(who, set()))
            want.roles[who, role] = want.roles.get((who, role), True) and optional
            want.quotes.setdefault((who, role), part.get("quote", ""))
        for who in hosts:
            want.roles.setdefault((who, GUEST), True)
    return want


def score_participation(gold: Json, predicted: Json, links: dict[str, str], tallies: Tallies) -> None:
    """Count who took part, and who in which role."""
    article, by_key = gold["id"], {e["key"]: e for e in gold["entities"]}
    names = {e["id"]: e["name"] for e in predicted["entities"]}
    want = _wanted(gold, by_key)
    got_any: set[str] = set()
    got_role: set[tuple[str, str]] = set()
    stray: set[tuple[str, str]] = set()
    for event in predicted["events"]:
        for part in event["participations"]:
            key = links.get(part["participant"])
            if key is None:
                stray.add((part["participant"], part["role"]))
            else:
                got_any.add(key)
                got_role.add((key, part["role"]))

    def label(key: str) -> str:
        return repr(by_key[key]["names"][0])

    tally = tallies["participation"]
    for who in sorted(got_any):
        if who in want.anyhow:
            tally.tp += not want.anyhow[who]
        elif not by_key[who].get("optional"):
            tally.spurious(article, f"spurious {label(who)}")
    for who, optional in want.anyhow.items():
        if not optional and who not in got_any:
            quote = next(q for (w, _), q in want.quotes.items() if w == who)
            tally.missed(article, f"missed {label(who)}", quote)
    for participant in sorted({p for p, _ in stray}):
        tally.spurious(article, f"spurious {names[participant]!r}")

    tally = tallies["participation+role"]
    for who, role in sorted(got_role):
        if (who, role) in want.roles:
            tally.tp += not want.roles[who, role]
        elif not by_key[who].get("optional") and not want.anyhow.get(who, False):
            tally.spurious(article, f"spurious {label(who)} {role}")
    for (who, role), optional in want.roles.items():
        if optional or (who, role) in got_role:
            continue
        if role == GUEST and all(any((who, r) in got_role for r in roles) for roles in want.instead[who]):
            continue
        tally.missed(article, f"missed {label(who)} {role}", want.quotes.get((who, role), ""))
    for participant, role in sorted(stray):
        tally.spurious(article, f"spurious {names[participant]!r} {role}")
