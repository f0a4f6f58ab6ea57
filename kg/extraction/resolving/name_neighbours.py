"""A name → what stands around it in its sentence, and whether that is said of persons: a list, a bracket, a body.

In comes the name at its place; out come the items next to it, or yes or no.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from kg.extraction.chunks import Holder, Item, Person, Place, is_joint, is_light, is_token, kind_of, text_of
from kg.extraction.resolving.namings import PEOPLE, Naming, in_office, is_name
from kg.extraction.words.vocabulary import Vocabulary

_REACH_BEFORE = 4  # items
_REACH_BEHIND = 3
_REACH_OF_HEAD = 3  # items in front of "yakni" among which the word for the persons stands
_REACH_OF_PEOPLE = 5  # among which a word stands that is for nothing but persons


def announced(naming: Naming, people: Container[str]) -> bool:
    """Whether a name is a member of a list of persons that is announced: "tiga kandidat, yakni X, Y dan Z"."""
    items, at = naming.items, naming.index - 1
    while at >= 0 and (is_joint(items[at]) or is_name(items[at])):
        at -= 1
    if at < 0 or kind_of(items[at]) != "introductions":
        return False
    before = items[max(0, at - _REACH_OF_PEOPLE) : at]
    if any(text_of(item) in people for item in before):
        return True
    return any(kind_of(item) in PEOPLE or in_office(item) for item in before[-_REACH_OF_HEAD:])


def item_ahead(naming: Naming) -> Item | None:
    """What stands in front of a name, but for what says nothing; the region of candidates is passed over."""
    ahead = naming.items[max(0, naming.index - _REACH_BEFORE) : naming.index]
    before = [item for item in ahead if not is_light(item)]
    if len(before) > 1 and isinstance(before[-1], Place) and kind_of(before[-2]) in PEOPLE:
        return before[-2]  # "calon wakil bupati Kudus Ani Wijaya"
    return before[-1] if before else None


def item_behind(naming: Naming) -> Item | None:
    """What stands behind a name, but for what says nothing."""
    behind = naming.items[naming.index + 1 : naming.index + 1 + _REACH_BEHIND]
    return next((item for item in behind if not is_light(item)), None)


def handed_over(naming: Naming, vocabulary: Vocabulary) -> bool:
    """Whether a name that begins with no word of names is of what a verb says is given: "menyerahkan X kepada Y"."""
    verb, to = naming.near(-1), naming.near(1)
    if to is None or text_of(to) not in vocabulary.receivers or verb is None:
        return False
    first = naming.person.name.partition(" ")[0].casefold()
    return vocabulary.active_verb(text_of(verb)) and not vocabulary.is_name(first)


def of_listed_body(naming: Naming) -> bool:
    """Whether a name stands between a body of a list and what ends that member: "Polres X, Kejari Y Saefullah, Z"."""
    body, ahead, behind = naming.near(-1), naming.near(-2), naming.near(1)
    if not isinstance(body, Holder) or body.institution is None or ahead is None or behind is None:
        return False
    listed = is_joint(ahead) or kind_of(ahead) == "cues"
    return listed and not body.venue and (is_joint(behind) or is_token(behind, "."))


def last_of_people(naming: Naming) -> bool:
    """Whether "and" joins a name to a full one behind a word for persons: "kuasa hukumnya, Rina Melati dan Lusi"."""
    mate, behind = naming.near(-2), naming.near(1)
    if kind_of(naming.near(-1)) != "conjunctions" or not isinstance(mate, Holder) or mate.person is None:
        return False
    if " " not in mate.person.name or not (behind is None or is_joint(behind) or is_token(behind, ".")):
        return False
    ahead = naming.items[max(0, naming.index - 2 - _REACH_OF_HEAD) : naming.index - 2]
    return bool(mate.offices) or any(kind_of(item) in PEOPLE or in_office(item) for item in ahead)


def sent_by(naming: Naming) -> bool:
    """Whether a body that somebody comes from stands behind a name: "Hamdani dari KPU X"."""
    behind = naming.items[naming.index + 1 : naming.index + 1 + _REACH_BEHIND]
    behind = [item for item in behind if kind_of(item) != "fillers"]
    body = behind[1] if len(behind) > 1 and kind_of(behind[0]) == "affiliations" else None
    return isinstance(body, Holder) and body.institution is not None


def of_bracket(naming: Naming) -> bool:
    """Whether a bracket behind a name says what body somebody is of: "Heri Sutanto (PPK)"."""
    body = naming.near(2)
    return is_token(naming.near(1), "(") and isinstance(body, Holder) and body.person is None


def listed_beside(naming: Naming) -> Iterator[Item | None]:
    """The members of a list next to a name, on either side."""
    for step in (-1, 1):
        if (joint := naming.near(step)) is not None and is_joint(joint):
            yield naming.near(2 * step)


def ends_of_list(naming: Naming) -> Iterator[Person]:
    """The next names of several words on either side, over joints and single words: of "X Y, Z dan V W" two."""
    for step in (-1, 1):
        at, joined = step, False
        while (item := naming.near(at)) is not None and (is_joint(item) or is_name(item)):
            joined, at = joined or is_joint(item), at + step
            if isinstance(item, Holder) and item.person is not None and " " in item.person.name:
                if joined:
                    yield item.person
                break


def between_known(naming: Naming) -> bool:
    """Whether a full name stands in a list between two that are known to be of persons."""
    beside = [item for item in listed_beside(naming) if isinstance(item, Holder) and item.person is not None]
    named = [item.person for item in beside if item.person is not None and item.person.entity is not None]
    return len(named) > 1 and all(" " in person.name for person in (naming.person, *named))


def tied_to_known(naming: Naming) -> int:
    """To how many full names of known persons "and" joins one, in front of a comma, a full stop or a verb: up to two.

    "Ani Wijaya dan Klemens Taba, akan hadir"; in a list the conjunction stands in front of the last one.
    """
    behind = naming.near(1)
    closed = is_token(behind, ",", ".") or kind_of(behind) in ("cues", "speech", "modality")
    if kind_of(naming.near(-1)) != "conjunctions" or not closed or " " not in naming.person.name:
        return 0
    if not _known_in_full(naming.near(-2)):
        return 0
    return 1 + (is_token(naming.near(-3), ",") and _known_in_full(naming.near(-4)))


def _known_in_full(item: Item | None) -> bool:
    """Whether an item is the full name of somebody who is known to be a person."""
    person = item.person if isinstance(item, Holder) else None
    return person is not None and person.entity is not None and " " in person.name


def spoken_of_as(naming: Naming) -> bool:
    """Whether it is told behind a name as what somebody acts: "Ani Esa selaku ketua panitia"."""
    return kind_of(naming.near(1)) == "as" and kind_of(naming.near(2)) == "person-cues"


def replaced(naming: Naming, words: Container[str]) -> bool:
    """Whether an office-holder takes the place of whoever is named: "dijabat Ani menggantikan pejabat lama Budi".

    Between the verb and the name stand only words for who held the office.
    """
    at = naming.index - 1
    while at > max(0, naming.index - _REACH_BEFORE) and (
        kind_of(naming.items[at]) == "fillers" or text_of(naming.items[at]) in words or is_token(naming.items[at], ",")
    ):
        at -= 1
    heir = naming.items[at - 1] if at > 0 and kind_of(naming.items[at]) == "succession" else None
    return isinstance(heir, Holder) and heir.person is not None and bool(heir.offices)


def resident(naming: Naming) -> bool:
    """Whether a word for persons, and where these live, stands right behind a name: "Rohman warga Desa X"."""
    return kind_of(naming.near(1)) == "person-cues" and isinstance(naming.near(2), Place)


def is_somebody(item: Item | None) -> bool:
    """Whether an item is a person whose title or office says so."""
    return isinstance(item, Holder) and item.person is not None and (item.person.sure or bool(item.offices))
