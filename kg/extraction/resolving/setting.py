"""Bodies, places and dateline of an article → where it plays: the regions that its bare names are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extraction.chunks import Institution
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.gazetteer import Resolution
from kg.lexicon.kinds import REGENCY_TYPES

_REGENCY = 5  # characters of the code of a regency
_TWINS = 2  # regions of one name, of which a dateline may mean each
_SEVERAL = 3  # other regencies that are told of as often as the likeliest one
_RIVAL = 3  # mentions of its bodies that make a regency as likely as the first
_MENTIONED = 4  # votes of mere mentions that make a place plain


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an article plays: codes of regions, the likeliest first."""

    near: tuple[str, ...]
    district: str | None  # only when the article names a body of a single one
    regency: str | None
    province: str | None
    plain: tuple[str, ...] = ()  # of these two, what is more than mentioned in passing; the likelier level first
    capital: bool = False  # the regency is the seat of the province, and none of its own bodies is named
    provincial: bool = False  # and bodies of the province are
    named: tuple[str, ...] = ()  # the regencies of which a civil body is named
    policed: tuple[str, ...] = ()  # those of which only another one is
    rivals: tuple[str, ...] = ()  # the two regencies of which bodies are named about as often as of each other
    of_regency: bool = False  # more bodies of the regency are named than of its districts
    of_district: bool = False  # more of its districts', and the first of all is one of those
    scattered: bool = False  # the regency is one of many that are told of alike, so that any might be meant
    national: bool = False  # told from the national capital, and no body of any region is named


def setting_of(
    vocabulary: Vocabulary,
    published: str | None,
    institutions: Iterable[Institution],
    places: Iterable[str],
    leads: Sequence[str],
) -> Setting:
    """The setting of an article published on a day, by the votes of its bodies, places and datelines."""
    gazetteer = vocabulary.gazetteer
    votes: dict[str, int] = defaultdict(int)
    strong: set[str] = set()
    named: set[tuple[str, bool]] = set()
    counts: dict[str, int] = defaultdict(int)  # of bodies by the region that they belong to
    for lead in leads:
        for code in _outer(vocabulary, lead):
            newsroom = code[:2] in vocabulary.national_capitals
            votes[code] += 1 if newsroom else 3
            strong |= set() if newsroom else {code[:5], code[:2]}
    for body in institutions:
        told = body.name.rpartition("/")[2].casefold() not in vocabulary.levels  # a "Koramil 01/Kota" is of any town
        if body.name and told and not (body.open or body.borrowed):
            found = gazetteer.resolve(body.type, body.name, level=body.level, on=published)
            if found.unit is not None and found.unit.region:
                counts[found.unit.region] += 1
                named.add((found.unit.region, vocabulary.ranked(body.type)))
            for code in _regions(found):
                votes[code] += 3 if found.unit else 1
                strong |= {code[:5], code[:2]}
    for name in places:
        if all(word in vocabulary.common for word in name.casefold().split()):
            continue
        codes = [region.code[:5] for region in gazetteer.regions_named(name)]
        for code in codes if len(codes) <= 3 else ():
            votes[code] += 2 if len(codes) == 1 else 1
    setting = _counted(votes)
    first, below = next(iter(counts), ""), sum(n for code, n in counts.items() if len(code) > _REGENCY)
    plain = [code for code in (setting.regency, setting.province) if code]
    passing = {code: sum(n for key, n in votes.items() if key.startswith(code)) for code in plain}
    scattered = setting.regency is not None and _one_of_many(votes, setting.regency)
    plain = [code for code in plain if code != setting.regency or not scattered]
    plain = [code for code in plain if code in strong or _mentioned(vocabulary, code, passing[code])]
    seat = _with_twin(vocabulary, setting.regency)
    capital = not vocabulary.capitals.isdisjoint(seat) and not any(c.startswith(seat) for c, _ in named)
    provincial = capital and any(code == setting.province for code, _ in named)
    civil = {code for code, ranked in named if len(code) == _REGENCY and not ranked}
    return replace(
        setting,
        plain=tuple(reversed(plain) if provincial else plain),
        capital=capital,
        provincial=provincial,
        named=tuple(sorted(civil)),
        policed=tuple(sorted({code for code, _ in named if len(code) == _REGENCY} - civil)),
        rivals=_rivals(counts),
        of_regency=counts[setting.regency or ""] > below,
        of_district=len(first) > _REGENCY and below > counts[setting.regency or ""],
        scattered=scattered,
        national=setting.province in vocabulary.national_capitals and not named,
    )


def _rivals(counts: Mapping[str, int]) -> tuple[str, ...]:
    """The two regencies with the most bodies that are named, where neither has twice as many as the other."""
    named = sorted((-count, code) for code, count in counts.items() if len(code) == _REGENCY)[:2]
    (first, one), (second, other) = (*named, (0, ""), (0, ""))[:2]
    return (one, other) if second <= -_RIVAL and 2 * second < first else ()


def _one_of_many(votes: Mapping[str, int], regency: str) -> bool:
    """Whether several other regencies are told of as often, as in a list of them all, so that any might be meant."""
    told: dict[str, int] = defaultdict(int)
    for code, count in votes.items():
        told[code[:_REGENCY]] += count if len(code) >= _REGENCY else 0
    return sum(count >= told[regency] for code, count in told.items() if code != regency) >= _SEVERAL


def _mentioned(vocabulary: Vocabulary, code: str, votes: int) -> bool:
    """Whether mere mentions make a place plain; in the capital, from where the whole country is told of, none do."""
    return votes >= _MENTIONED and code[:2] not in vocabulary.national_capitals


def _with_twin(vocabulary: Vocabulary, regency: str | None) -> tuple[str, ...]:
    """A regency with those of its province that share its name: a dateline "JAYAPURA" is the seat of Papua."""
    places = vocabulary.gazetteer.places
    if regency is None or regency not in places.regions:
        return ()
    named = places.find(places.base(places.regions[regency]), types=REGENCY_TYPES, within=(regency[:2],))
    return tuple(region.code for region in named)


def _outer(vocabulary: Vocabulary, lead: str) -> list[str]:
    """The regions that a dateline may mean, but none that lies in another: "SLEMAN" is the regency, not a kecamatan.

    Nor is a kecamatan meant where a regency or a town has the name: "PADANG" is the town.
    """
    named = [region.code for region in vocabulary.gazetteer.regions_named(lead)]
    codes = ([code for code in named if len(code) <= _REGENCY] or named)[:_TWINS]
    return [c for c in codes if not any(o != c and vocabulary.gazetteer.within(c, o) for o in codes)]


def _counted(votes: Mapping[str, int]) -> Setting:
    provinces: dict[str, int] = defaultdict(int)
    regencies: dict[str, int] = defaultdict(int)
    for code, count in votes.items():
        provinces[code[:2]] += count
        if len(code) >= 5:
            regencies[code[:5]] += count
    if not provinces:
        return Setting((), None, None, None)
    province = _top(provinces)
    regency = max(regencies, key=lambda c: (regencies[c] + provinces[c[:2]] / 1000, c), default=None)
    if regency is not None:
        province = regency[:2] if provinces[regency[:2]] * 2 >= provinces[province] else province
    districts = [c for c, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0])) if len(c) == 8]
    order = [*districts[:4], *sorted(regencies, key=lambda c: (-regencies[c], c))[:6]]
    order += sorted(provinces, key=lambda c: (-provinces[c], c))
    first = [c for c in (regency, province) if c]
    district = districts[0] if len(districts) == 1 and districts[0].startswith(regency or "") else None
    return Setting(tuple(dict.fromkeys([*first, *order])), district, regency, province)


def _regions(found: Resolution) -> list[str]:
    units = [found.unit] if found.unit else [candidate.unit for candidate in found.candidates[:3]]
    return [unit.region for unit in units if unit and unit.region]


def _top(counts: Mapping[str, int]) -> str:
    return min(counts, key=lambda c: (-counts[c], c))
