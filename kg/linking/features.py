"""The declared features of identity: each compares two profiles and says its points and its reason in words.

The sum of points decides: `LINK` and above is one person, from `ASK` on a question for `kg review`, below it two
people. A feature that rules identity out says so with `never`. Points are near to log-odds: +1 is about three times
as likely.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from kg.linking import careers, same_articles, same_name, same_office
from kg.linking.comparison import Context, Found
from kg.linking.profiles import Profile

LINK, ASK = 3.5, 1.6


@dataclass(frozen=True, slots=True)
class Feature:
    """A comparison with its weight; what one `of_wholes` rules out, it rules out of clusters as well."""

    name: str
    weight: float
    compare: Callable[[Profile, Profile, Context], Found | None]
    of_wholes: bool = False


FEATURES: tuple[Feature, ...] = (
    Feature("name", 1.0, same_name.name),
    Feature("second name", 2.0, same_name.second_name),
    Feature("no clash among all names", 1.0, same_name.names_clash, of_wholes=True),
    Feature("service", 0.8, careers.services, of_wholes=True),
    Feature("profession", 1.5, careers.profession),
    Feature("two offices at once", 1.0, careers.two_offices_at_once, of_wholes=True),
    Feature("rank", 0.8, careers.rank, of_wholes=True),
    Feature("office", 3.2, same_office.office),
    Feature("region", 1.0, same_office.region),
    Feature("move", 1.0, careers.move),
    Feature("office on one side", 1.0, same_office.one_sided),
    Feature("company", 0.7, same_articles.company),
    Feature("one day", 1.5, same_articles.one_day),
    Feature("copy", 3.0, same_articles.copy),
)
_OF_WHOLES = tuple(feature for feature in FEATURES if feature.of_wholes)


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
    for feature in _OF_WHOLES:
        found = feature.compare(left, right, context)
        if found is not None and found.never:
            return found.reason
    return None
