"""Participation, pooled over the events of an article: who took part, and who in which role."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kg.evaluation.gold import Json
from kg.evaluation.tally import Tallies, Tally

HOSTS = ("led", "organised")
GUEST = "attended"


@dataclass
class _Wanted:
    """What an annotation asks for; the values say whether it is optional."""

    anyhow: dict[str, bool] = field(default_factory=dict)
    roles: dict[tuple[str, str], bool] = field(default_factory=dict)
    instead: dict[str, list[set[str]]] = field(default_factory=lambda: defaultdict(list))  # roles that say it as well
    quotes: dict[tuple[str, str], str] = field(default_factory=dict)


def score_participation(gold: Json, predicted: Json, links: dict[str, str], tallies: Tallies) -> None:
    """Count who took part, and who in which role."""
    by_key = {e["key"]: e for e in gold["entities"]}
    want = _wanted(gold, by_key)
    roles: set[tuple[str, str]] = set()
    stray: set[tuple[str, str]] = set()
    for event in predicted["events"]:
        for part in event["participations"]:
            key = links.get(part["participant"])
            if key is None:
                stray.add((part["participant"], part["role"]))
            else:
                roles.add((key, part["role"]))
    names = {e["id"]: e["name"] for e in predicted["entities"]}
    _count_anyhow(gold["id"], want, by_key, {key for key, _ in roles}, tallies["participation"])
    for participant in sorted({p for p, _ in stray}):
        tallies["participation"].spurious(gold["id"], f"spurious {names[participant]!r}")
    _count_roles(gold["id"], want, by_key, roles, tallies["participation+role"])
    for participant, role in sorted(stray):
        tallies["participation+role"].spurious(gold["id"], f"spurious {names[participant]!r} {role}")


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


def _label(entity: Json) -> str:
    return repr(entity["names"][0])


def _count_anyhow(article: str, want: _Wanted, by_key: dict[str, Json], got: set[str], tally: Tally) -> None:
    for who in sorted(got):
        if who in want.anyhow:
            tally.tp += not want.anyhow[who]
        elif not by_key[who].get("optional"):
            tally.spurious(article, f"spurious {_label(by_key[who])}")
    for who, optional in want.anyhow.items():
        if not optional and who not in got:
            quote = next(q for (w, _), q in want.quotes.items() if w == who)
            tally.missed(article, f"missed {_label(by_key[who])}", quote)


def _count_roles(article: str, want: _Wanted, by_key: dict[str, Json], got: set[tuple[str, str]], tally: Tally) -> None:
    for who, role in sorted(got):
        if (who, role) in want.roles:
            tally.tp += not want.roles[who, role]
        elif not by_key[who].get("optional") and not want.anyhow.get(who, False):
            tally.spurious(article, f"spurious {_label(by_key[who])} {role}")
    for (who, role), optional in want.roles.items():
        if optional or (who, role) in got:
            continue
        said_else = all(any((who, r) in got for r in roles) for roles in want.instead[who])
        if role != GUEST or not said_else:
            tally.missed(article, f"missed {_label(by_key[who])} {role}", want.quotes.get((who, role), ""))


def claim_is_right(gold: Json, part: Json, links: dict[str, str]) -> bool | None:
    """Whether a predicted participation is right; None where the annotation leaves it open."""
    by_key = {e["key"]: e for e in gold["entities"]}
    key = links.get(part["participant"])
    if key is None:
        return False
    want = _wanted(gold, by_key)
    if (key, part["role"]) in want.roles:
        return None if want.roles[key, part["role"]] else True
    return None if by_key[key].get("optional") or want.anyhow.get(key, False) else False
