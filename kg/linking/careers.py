"""The offices and ranks of two profiles, with their days → whether one person can have had them all."""

from __future__ import annotations

from itertools import product

from kg.days import days_between
from kg.linking.comparison import Context, Found, ruled_out
from kg.linking.profiles import Held, Office, Profile, province
from kg.linking.same_articles import told_of_one_event
from kg.linking.words import Words

_SOON = 120  # days within which few officers move again
_GRACE = 14  # days in which outlets still write the old office
_YEARS_A_STEP = 2.0  # least years between two promotions


def services(left: Profile, right: Profile, context: Context) -> Found | None:
    one, other = (_service_of(profile, context.words) for profile in (left, right))
    if one is None or other is None:
        return None
    if one == other:
        return None if one == "civil" else Found(1.0, f"both {one}")
    if "civil" in (one, other):
        return Found(
            -4.0,
            f"one is {min(one, other)}, the other {max(one, other)}",
            never=_overlap_at_all(left, right, context.words),
        )
    return ruled_out("one is police, the other military")


def _service_of(profile: Profile, words: Words) -> str | None:
    """The service of somebody, by rank and office, or "civil"."""
    branches = (held.rank.service for held in profile.ranks if held.rank.service)
    kinds = {words.services.get(branch, branch) for branch in branches}
    kinds |= {words.officers[office.cls] for office in profile.offices if office.cls in words.officers}
    if kinds:
        return kinds.pop() if len(kinds) == 1 else None
    return "civil" if any(o.exclusive(words) for o in profile.offices) else None


def _overlap_at_all(left: Profile, right: Profile, words: Words) -> bool:
    ours, theirs = ([office for office in profile.offices if office.exclusive(words)] for profile in (left, right))
    return any(_overlap(a, b) >= 0 for a, b in product(ours, theirs))


def profession(left: Profile, right: Profile, context: Context) -> Found | None:
    """Civil offices of different kinds: seldom one career."""
    ours, theirs = ({o.cls for o in p.offices if o.exclusive(context.words)} for p in (left, right))
    if not ours or not theirs or ours & theirs or (ours | theirs) <= context.words.several:
        return None
    if all(_service_of(profile, context.words) == "civil" for profile in (left, right)):
        return Found(-1.0, "offices of different kinds")
    return None


def two_offices_at_once(left: Profile, right: Profile, context: Context) -> Found | None:
    for one, other in product(left.offices, right.offices):
        if _apart(one, other, context.words):
            overlap = _overlap(one, other)
            inside = one.first != one.last and other.first != other.last
            if overlap > _GRACE or (overlap >= 0 and not inside):
                never = not told_of_one_event(left, right, context)
                return Found(-1.0, f"{one.post} and {other.post} at one time", never=never)
    return None


def move(left: Profile, right: Profile, context: Context) -> Found | None:
    """Two offices in a row at different institutions: likely only when time or the text speaks for a move."""
    pairs = [(a, b) for a, b in product(left.offices, right.offices) if _apart(a, b, context.words)]
    if not pairs or {o.institution for o in left.offices} & {o.institution for o in right.offices}:
        return None
    gap = max(_overlap(a, b) for a, b in pairs)
    if gap < -_SOON or told_of_one_event(left, right, context):
        return None
    if gap >= -_GRACE:
        return Found(-1.5, "another office within two weeks")
    return Found(-0.8, "another office within months")


def _apart(one: Office, other: Office, words: Words) -> bool:
    """Whether nobody could hold both at once."""
    if not (one.exclusive(words) and other.exclusive(words)) or one.institution == other.institution:
        return False
    if one.cls in words.several and other.cls in words.several:
        return province(one.region) != province(other.region)
    related = (
        one.region and other.region and (one.region.startswith(other.region) or other.region.startswith(one.region))
    )
    return not (related and one.cls == other.cls)


def _overlap(one: Office, other: Office) -> int:
    """Days that two offices overlap; negative is the gap between them."""
    if not (one.first and one.last and other.first and other.last):
        return -(10**6)
    return days_between(max(one.first, other.first), min(one.last, other.last))


def rank(left: Profile, right: Profile, _: Context) -> Found | None:
    falls = _rank_falls(left, right)
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


def _rank_falls(left: Profile, right: Profile) -> Found | None:
    for a, b in product(left.ranks, right.ranks):
        low, high = (a, b) if a.rank.order > b.rank.order else (b, a)
        steps = low.rank.order - high.rank.order
        if a.rank.service != b.rank.service or not steps or not low.last or not high.first:
            continue
        years = days_between(low.last, high.first) / 365.25
        if years < -0.25:
            return ruled_out(f"{high.rank.label} before {low.rank.label}")
        if days_between(low.first, high.last) / 365.25 < (steps - 1) * _YEARS_A_STEP:
            return ruled_out(f"{low.rank.label} → {high.rank.label} too soon")
    return None


def _by_time(left: Profile, right: Profile) -> list[Held]:
    return sorted((*left.ranks, *right.ranks), key=lambda h: (h.first, -h.rank.order))
