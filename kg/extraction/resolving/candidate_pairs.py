"""A name → whether it is one of a pair who stand for office together: "Paslon 2 (Hipni-Melin)", "paslon 1 X dan Y".

In comes the name at its place in a sentence; out comes yes or no, or those with whom it is a pair.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.chunks import Holder, Item, Person, Token, is_joint, is_token, kind_of
from kg.extraction.holding.sought_offices import SOUGHT
from kg.extraction.resolving.name_shapes import Shapes
from kg.extraction.resolving.namings import PEOPLE, Naming, is_name


def on_ticket(naming: Naming, shapes: Shapes) -> bool:
    """Whether a name is one of a pair right behind the word for who stands: "Paslon Nomor Urut 2 (Hipni-Melin)".

    One of the two may be an ordinary word.
    """
    items = naming.items
    for first, mate in mates(naming):
        pair = (naming.person, mate)
        if first == 0 or any(map(shapes.abbreviation, pair)) or all(map(shapes.ordinary, pair)):
            continue
        ahead = items[first - 2 if is_token(items[first - 1], "(") and first > 1 else first - 1]
        if kind_of(ahead) in PEOPLE or _stands(ahead) or _for_candidacy(items[first]):
            return not any(map(shapes.region, pair))
    return False


def paired(naming: Naming) -> bool:
    """Whether a name stands behind another one that a word for candidates is in front of: "paslon 1 X dan Y"."""
    items, at = naming.items, naming.index - 1
    if at < 2 or not is_joint(items[at]) or not is_name(items[at - 1]):
        return False
    ahead = items[at - 2]
    return kind_of(ahead) in PEOPLE or _stands(ahead) or is_placeholder(ahead)


def mates(naming: Naming) -> Iterator[tuple[int, Person]]:
    """The names in a pair with a name, "Soemarmo-Zuber Safawi", each with the index where the pair begins."""
    for step in (1, -1):
        mate = naming.near(2 * step)
        if isinstance(mate, Holder) and mate.person is not None and is_token(naming.near(step), "-", "–", "/"):
            yield min(naming.index, naming.index + 2 * step), mate.person


def of_candidates(naming: Naming) -> bool:
    """Whether candidates are spoken of in front of a name: "pasangan nomor urut tiga Hamdani-Kusworo"."""
    return any(kind_of(item) in PEOPLE or _for_candidacy(item) for item in naming.items[: naming.index])


def _stands(item: Item) -> bool:
    """Whether an item is somebody who stands for an office, without a name: "Paslon Nomor Urut 3"."""
    return isinstance(item, Holder) and item.person is None and _for_candidacy(item)


def is_placeholder(item: Item | None) -> bool:
    """Whether an item is in place of an office that the next ones seek: "calon Bupati dan Wakil Bupati Ani dan X"."""
    return isinstance(item, Token) and item.text == SOUGHT


def _for_candidacy(item: Item) -> bool:
    return isinstance(item, Holder) and any(office.candidate for office in item.offices)
