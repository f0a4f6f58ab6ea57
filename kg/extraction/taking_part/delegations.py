"""Marks what a sentence says of its holders: who stands in for whom, which body only says where or above what.

In come the items of a sentence; the marks are set on the holders among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extraction.chunks import Cue, Holder, Institution, Item, Place, Token, is_joint, is_token, kind_of, text_of
from kg.extraction.holding.chains import above
from kg.extraction.taking_part.buried import mark_buried, mark_hero
from kg.extraction.words.vocabulary import Vocabulary

_REACH_OF_REPLACED = 6  # items behind such a verb, some of which may be the same word
_REACH_OF_CLAUSE = 3  # items between "yang" and the verb of its clause
_SHORT_WORD = 3  # letters
_SHORT_FORM = 2  # items of a bracketed one in front of its end
_MOST_BALLOTS = 12  # items of a list of them
_TWO = 2  # holders, of whom one may be above the other, or its party
_OWNED = ("things", "objects")  # kinds of cue
_OF_VENUES = ("venue-words", *_OWNED)
_HOUSE = "Legislature"  # the class of body for which people stand
_OF_ABSENT = ("succession", "exception")


def mark(items: Sequence[Item], kinds: set[str], said: set[str], vocabulary: Vocabulary) -> None:
    """Set all marks on the holders of a sentence that has cues of some kinds, and in which some words are said."""
    if "delegation" in kinds:
        _mark_delegations(items, vocabulary)
    if not kinds.isdisjoint(_OF_VENUES):
        _mark_venues(items)
    _mark_sought(items, vocabulary)
    if not kinds.isdisjoint(_OF_ABSENT):
        _mark_absent(items)
    _mark_issuers(items, vocabulary)
    if not vocabulary.words_of_whose.isdisjoint(said):
        _mark_named_with(items, vocabulary)
    if list(map(type, items)).count(Holder) >= _TWO:
        _mark_superiors(items, vocabulary)
        _mark_parties(items, vocabulary)
        if not vocabulary.through.isdisjoint(said):
            _mark_those_behind(items, vocabulary)


def _mark_delegations(items: Sequence[Item], vocabulary: Vocabulary) -> None:
    """Mark who stands in for whom; an absent one that is not named behind its cue is only marked absent."""
    for index, item in enumerate(items):
        if not (isinstance(item, Cue) and item.kind == "delegation"):
            continue
        left = in_front(items, index)
        right = next((i for i in items[index + 1 : index + 6] if isinstance(i, Holder)), None)
        if left is not None and left.person is None and _closes(items, index, vocabulary):
            left.absent = True
            continue
        direction = vocabulary.concept(item.concept).value("direction")
        if direction == "subject":
            chief, deputy = _before(items, left), left
        elif direction == "left":
            chief, deputy = left, right
        else:
            chief, deputy = right, left or _behind_comma(items, right)
        if chief is None or chief is deputy or chief.for_office is deputy:
            continue
        if vocabulary.concept(item.concept).flag("needsDeputy") and not _at_once(items, index, deputy):
            continue
        chief.absent = chief.person is not None or bool(chief.offices)
        if deputy is not None and (left is None or _near(items, item, deputy)) and not deputy.absent:
            deputy.for_office = chief


def in_front(items: Sequence[Item], index: int) -> Holder | None:
    """Who stands in front of a verb; with a pronoun there no body: "X dipanggil ke Polda Y, ia diwakili Z"."""
    of_person = index > 0 and kind_of(items[index - 1]) == "pronouns"
    ahead = (item for item in reversed(items[:index]) if isinstance(item, Holder))
    return next((who for who in ahead if who.person is not None or who.offices or not of_person), None)


def _before(items: Sequence[Item], deputy: Holder | None) -> Holder | None:
    """Who asks somebody to stand in: the nearest holder in front, "Bupati X meminta Sekda Y mewakili dirinya"."""
    ahead = [item for item in items if isinstance(item, Holder) and deputy is not None and item.end <= deputy.start]
    return ahead[-1] if ahead else None


def _closes(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a word only says that somebody came for the one before it: "Kajari X yang mewakili, Dandim Y"."""
    if vocabulary.concept(items[index].concept).value("direction") != "right":  # type: ignore[union-attr]
        return False
    before = items[index - 1] if index else None
    following = items[index + 1] if index + 1 < len(items) else None
    return isinstance(before, Holder) and (following is None or is_token(following, ",", ".", ";"))


def _behind_comma(items: Sequence[Item], chief: Holder | None) -> Holder | None:
    """Who is named behind the one that she stands in for: "Mewakili Kapolres X, Kabag Ops Y memimpin apel"."""
    at = next((at for at, item in enumerate(items) if item is chief), len(items))
    comma, deputy = (*items[at + 1 : at + 3], None, None)[:2]
    return deputy if isinstance(deputy, Holder) and isinstance(comma, Token) and comma.text == "," else None


def _mark_venues(items: Sequence[Item]) -> None:
    """Mark the bodies that only say where, or whose something is: "di Aula Kantor KPU", "Ada 15 baliho Partai X"."""
    for index, item in enumerate(items):
        if not isinstance(item, Holder) or item.person:
            continue
        if index and kind_of(items[index - 1]) in _OWNED:
            item.venue = True
            continue
        if index > 1 and kind_of(items[index - 1]) == "conjunctions" and _lends(items[index - 2]):
            item.venue = True
            continue
        for before in reversed(items[max(0, index - 3) : index]):
            if isinstance(before, Cue) and before.kind == "venue-words":
                item.venue = True
                break
            if is_joint(before) or not _of_name(before):
                break


def _mark_issuers(items: Sequence[Item], vocabulary: Vocabulary) -> None:
    """Mark the office-holders and bodies whose letters or decrees are spoken of: "terbitnya SK Gubernur X".

    In front of a body a short word may be another one: "se Polres X".
    """
    for index, item in enumerate(items):
        if index and isinstance(item, Holder) and (item.offices or item.person is None):
            bracketed = index > _SHORT_FORM and is_token(items[index - 1], ")")  # "Surat Keputusan (SK) Gubernur X"
            paper = text_of(items[index - 2 if bracketed else index - 1]).split()
            paper = paper if item.offices else [word for word in paper if len(word) > _SHORT_WORD]
            if not vocabulary.papers.isdisjoint(paper):
                item.venue = item.absent = True


def _mark_named_with(items: Sequence[Item], vocabulary: Vocabulary) -> None:
    """Mark whose grave, feast or ballot papers are spoken of: "makam X", "HUT TNI", "surat suara DPR RI dan DPRD"."""
    for index, item in enumerate(items):
        word = text_of(item)
        if word not in vocabulary.words_of_whose:
            continue
        if word in vocabulary.graves:
            mark_buried(items, index)
        elif word in vocabulary.heroes:
            mark_hero(items, index)
        ballots = word in vocabulary.belongings
        if not ballots and word not in vocabulary.feasts:
            continue
        for behind in items[index + 1 : index + 1 + _MOST_BALLOTS]:
            if isinstance(behind, Holder) and behind.person is None:
                behind.venue = behind.absent = True
                if not ballots:
                    break
            elif not (_in_feast(behind, vocabulary) or (ballots and _in_list_of_ballots(behind))):
                break


def _in_feast(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether an item is in the number of a feast, or a stroke: "HUT ke-79 TNI"."""
    return isinstance(item, Token) and (item.numeral or item.text == "-" or item.text.casefold() in vocabulary.ordinals)


def _in_list_of_ballots(item: Item) -> bool:
    """Whether an item stands between the bodies for which ballots are, or is the office for which some are."""
    if isinstance(item, Token):
        return not item.text.islower() and item.text not in ".:"
    return is_joint(item) or isinstance(item, Place)


def _mark_sought(items: Sequence[Item], vocabulary: Vocabulary) -> None:
    """Mark the houses that are only elected: "surat suara pemilu DPD RI", "calon DPRD X", "caleg DPD hadir"."""
    for ahead, item in pairwise(items):
        if not isinstance(item, Holder) or item.person or item.offices or item.institution is None:
            continue
        if vocabulary.class_of(item.institution.type) == _HOUSE and _stands_for(ahead, items, item, vocabulary):
            item.venue = True


def _stands_for(ahead: Item, items: Sequence[Item], house: Holder, vocabulary: Vocabulary) -> bool:
    """Whether a word in front of a house is for who stands for it, or for its election: "Usai pemilu DPRD X rapat"."""
    if isinstance(ahead, Holder):
        return ahead.person is None and any(
            vocabulary.concept(office.role).flag("standsFor") for office in ahead.offices
        )
    if not isinstance(ahead, Cue) or ahead.kind != "candidacy":
        return False
    behind = [item for item in items if item.start >= house.end and not isinstance(item, Place)][:1]
    return not (
        vocabulary.concept(ahead.concept).flag("noGathering") and kind_of(behind[0] if behind else None) == "cues"
    )


def _lends(item: Item) -> bool:
    """Whether an item is a venue that has its name from the body behind it: "di kantor KPU dan Bawaslu Blora"."""
    return isinstance(item, Holder) and item.venue and item.institution is not None and item.institution.borrowed


def _mark_those_behind(items: Sequence[Item], vocabulary: Vocabulary) -> None:
    """Mark the office-holders through whom somebody else acts: "Kapolres X melalui Kasat Reskrim Y menyampaikan"."""
    for index, item in enumerate(items[1:-1], start=1):
        if not isinstance(item, Token) or item.text not in vocabulary.through:
            continue
        chief, deputy = items[index - 1], items[index + 1]
        if is_token(chief, ","):
            chief = items[index - 2]
        if isinstance(chief, Holder) and isinstance(deputy, Holder) and deputy.person and deputy.offices:
            chief.venue = chief.absent = chief.person is not None or bool(chief.offices)


def _mark_absent(items: Sequence[Item]) -> None:
    """Mark whom a clause about somebody else says to be replaced, and who is excepted.

    "Kapolres X yang menggantikan Y", "semua camat kecuali Camat Y"; but "tak terkecuali Camat Y".
    """
    for index, item in enumerate(items):
        ahead = [before for before in items[max(0, index - _REACH_OF_CLAUSE) : index] if before.start < item.start]
        clause = [kind_of(before) for before in ahead]
        replaced = kind_of(item) == "succession" and not {"relative", "newness"}.isdisjoint(clause)
        if replaced or (kind_of(item) == "exception" and "negation" not in clause[-1:]):
            behind = [other for other in items[index + 1 : index + _REACH_OF_REPLACED] if other.start >= item.end][:2]
            absent = next((other for other in behind if isinstance(other, Holder)), None)
            if absent is not None:
                absent.venue = absent.absent = True


def _mark_superiors(items: Sequence[Item], vocabulary: Vocabulary) -> None:
    """Mark the bodies that only say above which unit they stand: "Polsek Boja, Polres Kendal, Polda Jateng, menggelar".

    Behind a comma, a member of a list is none.
    """
    for index, item in enumerate(items):
        if not isinstance(item, Holder):
            continue
        unit, at = _unit(item), index + 1
        superiors: list[Holder] = []
        joined = False
        while unit is not None:
            parted = at + 1 < len(items) and isinstance(items[at], Token) and items[at].text == ","  # type: ignore[union-attr]
            following = items[at + parted] if at + parted < len(items) else None
            if not isinstance(following, Holder) or not _superior(following, unit, vocabulary):
                break
            superiors.append(following)
            joined = joined or parted
            unit, at = _unit(following), at + parted + 1
        if superiors and not (joined and (_in_list(items, at, 1) or _in_list(items, index - 1, -1))):
            for holder in superiors:
                holder.venue = True


def _mark_parties(items: Sequence[Item], vocabulary: Vocabulary) -> None:
    """Mark the parties in brackets behind their members: "Ani Wijaya (Partai X)"."""
    for member, opened, party in zip(items, items[1:], items[2:-1], strict=False):  # and the bracket's end
        if not (isinstance(party, Holder) and isinstance(member, Holder) and member.person and is_token(opened, "(")):
            continue
        body = party.institution
        if body is not None and vocabulary.class_of(body.type) == "PoliticalParty":
            party.venue = True


def _unit(item: Item) -> Institution | None:
    """The body of a holder, or of the last office of one."""
    if not isinstance(item, Holder):
        return None
    return item.institution or (item.offices[-1].institution if item.offices else None)


def _superior(holder: Holder, unit: Institution, vocabulary: Vocabulary) -> bool:
    """Whether a holder is a body, with its name, of a kind that stands above a unit's."""
    body = holder.institution
    return holder.person is None and not holder.offices and body is not None and above(unit, body, vocabulary)


def _in_list(items: Sequence[Item], at: int, step: int) -> bool:
    """Whether a joint with a holder behind it stands at a position, looking forward or back."""
    if not 0 <= at + step < len(items) or at < 0:
        return False
    return is_joint(items[at]) and isinstance(items[at + step], Holder)


def _at_once(items: Sequence[Item], index: int, deputy: Holder | None) -> bool:
    """Whether the one who is sent follows the verb at once."""
    return deputy is not None and any(item is deputy for item in items[index + 1 : index + 3])


def _near(items: Sequence[Item], cue: Cue, holder: Holder) -> bool:
    between = [i for i in items if min(cue.end, holder.end) <= i.start < max(cue.start, holder.start)]
    return not any(isinstance(i, Holder) and i is not holder for i in between)


def _of_name(item: Item) -> bool:
    """Whether an item can be part of the name of a venue; a word for one may be that of a kind of region, too."""
    return (
        isinstance(item, Place)
        or kind_of(item) == "place-words"
        or (isinstance(item, Token) and (item.capital or not item.word))
    )
