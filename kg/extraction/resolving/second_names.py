"""Items of sentences → whose second name stands there: "Darmo alias Kentung", "Pria yang akrab disapa Aan ini".

Behind an office it is the name of whoever holds that: "Ketua KPU yang akrab disapa Imah itu".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.extraction.chunks import Holder, Item, Office, Person, is_light, kind_of

_OPENING = 4  # items of a sentence in which a second name stands: "Pria yang akrab disapa"
_REACH = 4  # sentences between a person and the second name
_REACH_OF_ALIAS = 4  # items in front of a second name in the same sentence


def alias_of(items: Sequence[Item], index: int) -> Person | None:
    """The person whose other name stands at an index: "Darmo alias Kentung", "X, akrab disapa Y"."""
    if index < 2 or kind_of(items[index - 1]) != "aliases":
        return None
    ahead = items[max(0, index - _REACH_OF_ALIAS) : index - 1]
    before = next((item for item in reversed(ahead) if not is_light(item)), None)
    return before.person if isinstance(before, Holder) else None


def called_back(
    sentences: Sequence[Sequence[Item]], is_word: Callable[[Person], bool]
) -> Iterator[tuple[Person, Person]]:
    """Second names, each with the person of a sentence before: "Pria yang akrab disapa Aan ini menambahkan".

    `is_word` tells of what was read as a name whether it is only a word for somebody.
    """
    last: tuple[int, Person] | None = None
    held: list[tuple[Office, Person]] = []
    for number, items in enumerate(sentences):
        known = None
        for index, item in enumerate(items):
            person = item.person if isinstance(item, Holder) else None
            if person is None:
                continue
            held += [(office, person) for office in item.offices]  # type: ignore[union-attr]
            near = last is not None and number - last[0] <= _REACH
            if last is not None and near and _called(items, index, last[1], is_word):
                yield person, last[1]
            elif last is not None and _opens(items, index, is_word):
                office = _behind_office(items, index)
                called = last[1] if near else None
                other = called if office is None else _holding(office, held, last[1])
                if other is not None:
                    yield person, other
            elif person.sure or item.offices:  # type: ignore[union-attr]
                known = known or person
            elif last is not None and _words(person) <= _words(last[1]):
                known = known or last[1]
        last = (number, known) if known is not None else last


def _behind_office(items: Sequence[Item], index: int) -> Office | None:
    """The office in front of a second name, where one stands there: "Ketua KPU yang akrab disapa Imah"."""
    ahead = next((item for item in reversed(items[:index]) if isinstance(item, Holder)), None)
    return ahead.offices[0] if ahead is not None and ahead.offices else None


def _holding(office: Office, held: Sequence[tuple[Office, Person]], last: Person) -> Person | None:
    """Who was named last in an office; nobody known: the last person, by a mere word, "Perwira", or with no office."""
    found = next((person for other, person in reversed(held) if _same(office, other)), None)
    mere = office.institution is None and not office.implied
    return last if found is None and (mere or all(person is not last for _, person in held)) else found


def _same(office: Office, other: Office) -> bool:
    """Whether an office is the other one, of whose body it may say less."""
    body, at = office.institution, other.institution
    if office.role != other.role or body is None or at is None:
        return office.role == other.role
    return body.type == at.type and (not body.name or body.name == at.name)


def _opens(items: Sequence[Item], index: int, is_word: Callable[[Person], bool]) -> bool:
    """Whether a second name opens its sentence, or follows a verb of speech, behind only a word for somebody."""
    if index == 0 or kind_of(items[index - 1]) != "aliases":
        return False
    if index > _OPENING and all(kind_of(item) != "speech" for item in items[index - _OPENING : index - 1]):
        return False
    before = [item for item in items[:index] if isinstance(item, Holder)]
    return all(item.person is None or is_word(item.person) for item in before)


def _called(items: Sequence[Item], index: int, other: Person, is_word: Callable[[Person], bool]) -> bool:
    """Whether a name is only what others call the one named before: "tegas Koh Ani, sapaan akrabnya".

    Nobody else is named in its sentence, and no word of it is one of the other's name, which it would be short for.
    """
    holder, behind = items[index], [item for item in items[index + 1 : index + 3] if not is_light(item)]
    if not isinstance(holder, Holder) or holder.offices or not behind or kind_of(behind[0]) != "aliases":
        return False
    people = [item.person for item in items if isinstance(item, Holder) and item is not holder]
    alone = all(person is None or is_word(person) for person in people)
    said = index > 0 and kind_of(items[index - 1]) == "speech"
    return alone and said and holder.person is not None and _words(holder.person).isdisjoint(_words(other))


def _words(person: Person) -> set[str]:
    """The words of a name."""
    return set(person.name.casefold().split())
