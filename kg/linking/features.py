"""The declared features of identity: each compares two profiles and says its points and its reason in words.

The sum of points decides: `LINK` and above is one person, from `ASK` on a question for `kg review`, below it two
people. A feature that rules identity out says so with `never`. Points are near to log-odds: +1 is about three times
as likely.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from kg.linking.names import Names
from kg.linking.profiles import CIVIL_SERVICE, Held, Office, Profile, kabupaten, province
from kg.linking.words import Words

LINK, ASK = 3.5, 1.6
SOON = 120  # days within which few officers move again
COMPANY = 2  # other names in common from which on two articles tell of one event
FURTHER, _ENOUGH = 0.8, 2  # points for each token of a name that agrees beyond the second
GRACE = 14  # days in which outlets still write the old office
YEARS_A_STEP = 2.0  # least years between two promotions


class Found(NamedTuple):
    """What a feature says of a pair: how much of its weight, and why."""

    share: float
    reason: str
    never: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What features look things up in."""

    names: Names
    words: Words


@dataclass(frozen=True, slots=True)
class Feature:
    """A comparison with its weight."""

    name: str
    weight: float
    compare: Callable[[Profile, Profile, Context], Found | None]


class Score(NamedTuple):
    """The points of a pair, its reasons in words, and whether something rules identity out."""

    points: float
    reasons: tuple[str, ...]
    never: bool = False

    @property
    def words(self) -> str:
        return f"{'; '.join(self.reasons)} ({self.points:+.1f})"


def score(left: Profile, right: Profile, context: Context) -> Score:
    """Compare two profiles by every feature; the same whichever comes first."""
    points, reasons = 0.0, []
    for feature in FEATURES:
        found = feature.compare(left, right, context)
        if found is None:
            continue
        if found.never:
            return Score(-9.0, (found.reason,), never=True)
        points += feature.weight * found.share
        reasons.append(found.reason)
    return Score(round(points, 2), tuple(reasons))


def impossible(left: Profile, right: Profile, context: Context) -> str | None:
    """Why two clusters can't be one person whatever else agrees, or None."""
    for feature in (_names_clash, _services, _two_offices_at_once, _rank_falls):
        found = feature(left, right, context)
        if found and found.never:
            return found.reason
    return None


def days_between(left: str, right: str) -> int:
    """Days from one ISO date to another; months and years count from their first day."""
    return (_date(right) - _date(left)).days


@lru_cache(maxsize=1 << 13)
def _date(text: str) -> date:
    year, month, day = (*(int(part) for part in text[:10].split("-")), 1, 1)[:3]
    return date(year, month, day)


def _names_clash(left: Profile, right: Profile, context: Context) -> Found | None:
    for one, other in product(left.names, right.names):
        if one.full and other.full and context.names.compare(one, other).relation == "clash":
            return Found(0, f"{one.text!r} is not {other.text!r}", never=True)
    return None


def _name(left: Profile, right: Profile, context: Context) -> Found | None:
    best = max(
        ((context.names.compare(one, other), one, other) for one, other in product(left.names, right.names)),
        key=lambda m: (m[0].relation != "clash", m[0].weight, m[1].text, m[2].text),
    )
    match, one, other = best
    further = min(len(one.core), len(other.core)) - _ENOUGH if one.full and other.full else 0
    if match.relation == "clash" or context.names.compare(left.name, right.name).relation == "clash":
        return Found(0, f"{left.name.text!r} is not {right.name.text!r}", never=True)
    shown = one.text if one.text == other.text else " / ".join(sorted((one.text, other.text)))
    words = {
        "same": "same name",
        "spelling": "names spelled alike",
        "initials": "a name with initials",
        "part": "a short form of the name",
    }
    return Found(min(match.weight + FURTHER * min(max(further, 0), 2), 5.5), f"{words[match.relation]}: {shown}")


def _second_name(left: Profile, right: Profile, context: Context) -> Found | None:
    """A nickname or second name in common, beside the first."""
    shared = {n.key: n for n in left.names} if len(left.names) > 1 else {}
    both = [shared[n.key] for n in right.names if n.key in shared]
    for place, one in enumerate(both):
        for other in both[:place]:
            if context.names.compare(one, other).relation == "clash":
                return Found(1.0, f"also {one.text} in both")
    return None


def _office(left: Profile, right: Profile, context: Context) -> Found | None:
    """The best that two offices have in common; the whole weight is for a post that only one person holds."""
    best = Found(0, "")
    for one, other in product(left.offices, right.offices):
        if one.institution == other.institution:
            same_post = one.what == other.what
            alone = one.role in context.words.heads
            share = 1.0 if same_post and alone else 0.8 if same_post or one.former != other.former else 0.7
            if one.region is None and not alone:
                share *= 0.5
            what = f"{one.post} in both" if same_post else f"{one.post} and {other.post} at one institution"
            if share > best.share:
                best = Found(share, what)
    return best if best.share else None


def _region(left: Profile, right: Profile, _: Context) -> Found | None:
    if {o.institution for o in left.offices} & {o.institution for o in right.offices}:
        return None
    if left.offices and right.offices:
        ours, theirs = ({o.region for o in p.offices if o.region} for p in (left, right))
        if not ours or not theirs:
            return None
        if {kabupaten(r) for r in ours} & {kabupaten(r) for r in theirs} - {None}:
            classes = {o.cls for p in (left, right) for o in p.offices}
            near = 1.6 if classes <= CIVIL_SERVICE or len(classes) == 1 else 1.0
            return Found(near if left.name.full and right.name.full else 1.0, "offices in one region")
        if {province(r) for r in ours} & {province(r) for r in theirs}:
            return Found(0.3, "offices in one province")
        return Found(-1.0, "offices in different provinces")
    shared = left.regions & right.regions
    if shared:
        return Found(1.0, "articles about one region")
    if not left.regions or not right.regions:
        return None
    return Found(-0.5, "articles about different regions")


def _one_sided(left: Profile, right: Profile, _: Context) -> Found | None:
    if bool(left.offices or left.ranks) == bool(right.offices or right.ranks):
        return None
    titled, bare = (left, right) if left.offices or left.ranks else (right, left)
    if not any(o.region for o in titled.offices) and not titled.ranks:
        return None
    if not titled.ranks and any(o.institution in bare.bodies for o in titled.offices if o.region):
        return Found(0.3, "both articles name the institution of the office")
    return Found(-1.0, "an office or rank on one side only")


def _service_of(profile: Profile) -> str | None:
    """ "Polri", "TNI" or "civil", by rank and office."""
    kinds = {held.rank.service.split()[0] for held in profile.ranks if held.rank.service}
    for office in profile.offices:
        if office.cls == "PoliceUnit":
            kinds.add("Polri")
        elif office.cls == "MilitaryCommand":
            kinds.add("TNI")
    if kinds:
        return kinds.pop() if len(kinds) == 1 else None
    return "civil" if any(o.exclusive for o in profile.offices) else None


def _services(left: Profile, right: Profile, _: Context) -> Found | None:
    one, other = _service_of(left), _service_of(right)
    if one is None or other is None:
        return None
    if one == other:
        return None if one == "civil" else Found(1.0, f"both {one}")
    if "civil" in (one, other):
        return Found(-4.0, f"one is {min(one, other)}, the other {max(one, other)}", never=_overlap_at_all(left, right))
    return Found(0, "one is police, the other military", never=True)


def _overlap_at_all(left: Profile, right: Profile) -> bool:
    return any(_overlap(a, b) >= 0 for a, b in product(left.offices, right.offices) if a.exclusive and b.exclusive)


def _profession(left: Profile, right: Profile, _: Context) -> Found | None:
    """Civil offices of different kinds: seldom one career."""
    ours, theirs = ({o.cls for o in p.offices if o.exclusive} for p in (left, right))
    if not ours or not theirs or ours & theirs or (ours | theirs) <= CIVIL_SERVICE:
        return None
    if _service_of(left) == _service_of(right) == "civil":
        return Found(-1.0, "offices of different kinds")
    return None


def _overlap(one: Office, other: Office) -> int:
    """Days that two offices overlap; negative is the gap between them."""
    if not (one.first and one.last and other.first and other.last):
        return -(10**6)
    return days_between(max(one.first, other.first), min(one.last, other.last))


def _apart(one: Office, other: Office) -> bool:
    """Whether nobody could hold both at once."""
    if not (one.exclusive and other.exclusive) or one.institution == other.institution:
        return False
    if one.cls in CIVIL_SERVICE and other.cls in CIVIL_SERVICE:
        return province(one.region) != province(other.region)
    related = (
        one.region and other.region and (one.region.startswith(other.region) or other.region.startswith(one.region))
    )
    return not (related and one.cls == other.cls)


def _told_of_one_event(left: Profile, right: Profile, context: Context) -> bool:
    """One name among the same company on one day and place: a wrong office is likelier than a namesake."""
    same = context.names.compare(left.name, right.name).relation in ("same", "spelling")
    return same and left.name.full and bool(left.days & right.days) and len(_in_common(left, right)) >= COMPANY


def _in_common(left: Profile, right: Profile) -> frozenset[str]:
    """Full names of others that are in the articles of both."""
    return (left.near & right.near) - {name.key for name in (*left.names, *right.names)}


def _two_offices_at_once(left: Profile, right: Profile, context: Context) -> Found | None:
    for one, other in product(left.offices, right.offices):
        if _apart(one, other):
            overlap = _overlap(one, other)
            inside = one.first != one.last and other.first != other.last
            if overlap > GRACE or (overlap >= 0 and not inside):
                never = not _told_of_one_event(left, right, context)
                return Found(-1.0, f"{one.post} and {other.post} at one time", never=never)
    return None


def _move(left: Profile, right: Profile, context: Context) -> Found | None:
    """Two offices in a row at different institutions: likely only when time or the text speaks for a move."""
    pairs = [(a, b) for a, b in product(left.offices, right.offices) if _apart(a, b)]
    if not pairs or {o.institution for o in left.offices} & {o.institution for o in right.offices}:
        return None
    gap = max(_overlap(a, b) for a, b in pairs)
    if gap < -SOON or _told_of_one_event(left, right, context):
        return None
    if gap >= -GRACE:
        return Found(-1.5, "another office within two weeks")
    return Found(-0.8, "another office within months")


def _rank(left: Profile, right: Profile, _: Context) -> Found | None:
    falls = _rank_falls(left, right, _)
    if falls:
        return falls
    pairs = [(a, b) for a, b in product(left.ranks, right.ranks) if a.rank.service == b.rank.service]
    if not pairs:
        return None
    steps = min(abs(a.rank.order - b.rank.order) for a, b in pairs)
    if steps == 0:
        label = next(a.rank.label for a, b in pairs if a.rank.order == b.rank.order)
        return Found(1.0, f"{label} in both")
    return Found(0.7, f"ranks that follow: {' → '.join(dict.fromkeys(h.rank.label for h in _by_time(left, right)))}")


def _by_time(left: Profile, right: Profile) -> list[Held]:
    return sorted((*left.ranks, *right.ranks), key=lambda h: (h.first, -h.rank.order))


def _rank_falls(left: Profile, right: Profile, _: Context) -> Found | None:
    for a, b in product(left.ranks, right.ranks):
        low, high = (a, b) if a.rank.order > b.rank.order else (b, a)
        steps = low.rank.order - high.rank.order
        if a.rank.service != b.rank.service or not steps or not low.last or not high.first:
            continue
        years = days_between(low.last, high.first) / 365.25
        if years < -0.25:
            return Found(0, f"{high.rank.label} before {low.rank.label}", never=True)
        if days_between(low.first, high.last) / 365.25 < (steps - 1) * YEARS_A_STEP:
            return Found(0, f"{low.rank.label} → {high.rank.label} too soon", never=True)
    return None


def _company(left: Profile, right: Profile, _: Context) -> Found | None:
    shared = _in_common(left, right)
    if not shared or left.sources & right.sources:
        return None
    return Found(min(len(shared), 3), f"{len(shared)} other name{'s' * (len(shared) > 1)} in common")


def _one_day(left: Profile, right: Profile, context: Context) -> Found | None:
    """Articles about events of one day and region: an outlet may leave the title out."""
    shared = left.days & right.days
    if not shared or not (left.name.full and right.name.full) or left.sources & right.sources:
        return None
    if context.names.compare(left.name, right.name).relation not in ("same", "spelling"):
        return None
    return Found(1.0, f"articles about {min(shared)}")


def _copy(left: Profile, right: Profile, _: Context) -> Found | None:
    return Found(1.0, "told in copies of one text") if left.sources & right.sources else None


FEATURES: tuple[Feature, ...] = (
    Feature("name", 1.0, _name),
    Feature("second name", 2.0, _second_name),
    Feature("no clash among all names", 1.0, _names_clash),
    Feature("service", 0.8, _services),
    Feature("profession", 1.5, _profession),
    Feature("two offices at once", 1.0, _two_offices_at_once),
    Feature("rank", 0.8, _rank),
    Feature("office", 3.2, _office),
    Feature("region", 1.0, _region),
    Feature("move", 1.0, _move),
    Feature("office on one side", 1.0, _one_sided),
    Feature("company", 0.7, _company),
    Feature("one day", 1.5, _one_day),
    Feature("copy", 3.0, _copy),
)
