"""Items with those who came for a candidate → the same with the candidates absent: "saksi paslon Ani-Budi hadir".

Their witnesses, helpers and supporters are there, and not they.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Holder, Item, Token, is_token, kind_of, text_of
from kg.extraction.words.vocabulary import Vocabulary

_MOST = 18  # items between such a word and the name
_BETWEEN = frozenset({"fillers", "person-cues", "plural", "conjunctions"})


def without_candidates(items: list[Item], vocabulary: Vocabulary) -> list[Item]:
    """Mark the candidates of whom only the followers are spoken of as absent."""
    if not any(isinstance(item, Holder) and item.person is not None for item in items):
        return items
    for at, item in enumerate(items[:-1]):
        word = text_of(item)
        if word in vocabulary.followers:
            backer = word in vocabulary.backers
            for holder in _followed(items, at + 1, sure=backer) or _backed(items[at + 1 : at + 2 * backer]):
                holder.absent = holder.venue = True
    return items


def _followed(items: Sequence[Item], at: int, *, sure: bool) -> list[Holder]:
    """The candidates behind a word for those who came for them: one, or a pair, or pairs between conjunctions.

    Without `sure` the word "from" stands right in front of the name, or one that tells that a candidate is meant.
    """
    told = listed = False
    stop = min(len(items), at + _MOST)
    while at < stop:
        item = items[at]
        if kind_of(item) == "candidacy" or (isinstance(item, Holder) and item.person is None and _stands(item)):
            sure = told = True
        elif kind_of(item) == "affiliations":
            sure = True
        elif told and kind_of(item) == "introductions":
            listed = True
        elif kind_of(item) != "fillers":
            if isinstance(item, Holder) or not (kind_of(item) in _BETWEEN or _opens(item, told=told)):
                break
            sure = told  # "perwakilan dari warga Ani"
        at += 1
    found: list[Holder] = []
    while sure and at < len(items):
        item = items[at]
        if isinstance(item, Holder) and item.person is not None and not item.institution and _stands(item):
            found.append(item)
        elif not found or not _between_pairs(item, listed=listed):
            break
        at += 1
    return found


def _between_pairs(item: Item, *, listed: bool) -> bool:
    """Whether an item may stand between candidates: a sign of pairs, "dan", "dan paslon nomor urut 2,"."""
    if listed and (is_token(item, ",") or kind_of(item) == "person-cues"):
        return True
    another = isinstance(item, Holder) and item.person is None and item.institution is None and _stands(item)
    return another or is_token(item, "/", "-", "–", "(", ")") or kind_of(item) in ("conjunctions", "candidacy")


def _backed(items: Sequence[Item]) -> list[Holder]:
    """Who holds an office, right behind a word for those who support her: "pendukung Bupati X"."""
    return [item for item in items if isinstance(item, Holder) and item.person is not None and item.offices]


def _stands(holder: Holder) -> bool:
    """Whether somebody holds no office, or only stands for one."""
    return all(office.candidate for office in holder.offices)


def _opens(item: Item, *, told: bool) -> bool:
    """Whether a sign or a small word may stand in front of the names: "kedua capres, A-B", "paslon 1 (A-B)"."""
    if not isinstance(item, Token):
        return False
    sign = told and not (item.text.isalnum() or item.text in ".;:")
    return sign or item.numeral or item.text == "-" or item.text.islower()
