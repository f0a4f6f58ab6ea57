"""The offices of two profiles → what they have in common: the post, the institution, the region."""

from __future__ import annotations

from itertools import product

from kg.linking.comparison import Context, Found
from kg.linking.profiles import Profile, kabupaten, province


def office(left: Profile, right: Profile, context: Context) -> Found | None:
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


def region(left: Profile, right: Profile, context: Context) -> Found | None:
    if {o.institution for o in left.offices} & {o.institution for o in right.offices}:
        return None
    if left.offices and right.offices:
        ours, theirs = ({o.region for o in p.offices if o.region} for p in (left, right))
        if not ours or not theirs:
            return None
        if {kabupaten(r) for r in ours} & {kabupaten(r) for r in theirs} - {None}:
            classes = {o.cls for p in (left, right) for o in p.offices}
            near = 1.6 if classes <= context.words.several or len(classes) == 1 else 1.0
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


def one_sided(left: Profile, right: Profile, _: Context) -> Found | None:
    if bool(left.offices or left.ranks) == bool(right.offices or right.ranks):
        return None
    titled, bare = (left, right) if left.offices or left.ranks else (right, left)
    if not any(o.region for o in titled.offices) and not titled.ranks:
        return None
    if not titled.ranks and any(o.institution in bare.bodies for o in titled.offices if o.region):
        return Found(0.3, "both articles name the institution of the office")
    return Found(-1.0, "an office or rank on one side only")
