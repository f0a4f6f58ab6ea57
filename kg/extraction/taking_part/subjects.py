"""A verb in its sentence → who its subject is: in front of it, in the sentence before, or behind it where it opens.

"X memimpin apel", "Ia memimpin apel", "Salah satunya dengan menggelar rakor", "Turut memantau X dan Y".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from kg.extraction.chunks import Cue, Holder, Item, Token, is_joint, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.taking_part.standing import Standing
from kg.extraction.words.vocabulary import Vocabulary

_TAKE_BEHIND = ("agent", "list", "companion")  # sides of verbs in a clause with holders of its own
_OPEN_LISTS = ("either", "list", "companion")
_VERBS = frozenset({"cues", "event", "speech", "modality"})
_OPENING = 4  # items of a sentence in which the means stand of what the one before tells
_REACH_OF_EVENT = 4  # items behind a verb among which is what it holds
_GUARDS = ("patrol", "visit")  # kinds of event that one does and others only come along to
_REACH_OF_PRONOUN = 2  # words between it and its verb


class Subjects:
    """Finds the subjects of verbs by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing) -> None:
        self.vocabulary = vocabulary
        self.standing = standing

    def of(self, items: Sequence[Item], index: int, cue: Cue, before: Sequence[Item]) -> list[Holder]:
        """The subject of a verb; for a weak verb that opens its sentence, the first holder behind it."""
        concept = self.vocabulary.concept(cue.concept)
        holders = self._jointly(items, index) if concept.value("role") == "led" else []
        if concept.value("role") == "organised" and self._gathers(items, index):
            together = self._jointly(items, index)
            holders = together if all(_is_body(holder) for holder in together) else []
        if not self.standing.of_event(items, index):
            meant = self._meant(items, index, before)
            holders += meant if len(meant) > 1 else self.standing.subject(items, index) or meant
        ahead = next((item for item in reversed(items[:index]) if item.start < cue.start), None)
        if not holders and isinstance(ahead, Cue) and ahead.kind == "while":
            holders = self._speaker(items, index) or _first_person(before)
        if concept.value("role") == "led" and len(holders) > 1:
            holders = self._in_capacity(items, cue, holders)
        if concept.value("calls") == "object":  # who stands behind is called: "Kegiatan ini menghadirkan dua pemateri"
            return holders or self._by_holding(items, index, cue, before)
        if not holders and self.standing.opens(items, index):
            named = kind_of(ahead) == "relative"  # "Adapun yang menandatangani pakta itu X, Y dan Z"
            weak = concept.flag("weak") and not (named or self._adds_others(ahead))
            listed = self.standing.introduced(items, index)
            if listed and concept.value("role") == "led":  # "Yang memimpin apel yakni X dan apel diikuti Y"
                return self.standing.agent(items, self.standing.introduction(items, index) or index)
            if not (weak and self.standing.told_before(items, index)):
                behind = self.standing.behind(items, index)
                holders = behind if listed else self._with_persons_beside(items, behind[: int(weak)])
        elif concept.value("role") == "attended" and not any(holder.person for holder in holders):
            holders += self._told_apart(items, index)
        return holders or self._behind_clause(items, index) or self._by_holding(items, index, cue, before)

    def _in_capacity(self, items: Sequence[Item], cue: Cue, holders: list[Holder]) -> list[Holder]:
        """Of those who came only the last, with whom she represents: "Hadir X dan Y yang diwakili Ani selaku irup"."""
        if cue.form.partition(" ")[0].casefold() not in self.vocabulary.capacities:
            return holders
        holders = sorted(holders, key=lambda holder: holder.start)
        ahead = (item for item in items if isinstance(item, Cue) and item.end <= holders[0].start)
        if not any(item.kind == "cues" and self.standing.takes(item) in _OPEN_LISTS for item in ahead):
            return holders
        behind = [item for item in items if item.end <= holders[-1].start]
        return holders[-2:] if kind_of(behind[-1]) == "delegation" else holders[-1:]

    def _gathers(self, items: Sequence[Item], index: int) -> bool:
        """Whether what is held is a gathering, of which bodies together are the hosts: not a patrol, nor a visit."""
        event = next((item for item in items[index + 1 : index + _REACH_OF_EVENT] if kind_of(item) == "event"), None)
        kind = self.vocabulary.concept(event.concept).value("eventKind") if isinstance(event, Cue) else None
        return kind is not None and kind not in _GUARDS

    def _with_persons_beside(self, items: Sequence[Item], first: list[Holder]) -> list[Holder]:
        """A person, and those whom "and" ties to her: "Pada kesempatan itu Kapolres X dan Dandim Y mengecek"."""
        beside = self.standing.also(items, first[0]) if first and first[0].person is not None else []
        return first + beside if all(holder.person is not None for holder in beside) else first

    def _jointly(self, items: Sequence[Item], index: int) -> list[Holder]:
        """Those with whom the subject of a verb does something as one: "X bersama Y memimpin apel".

        Behind an event the word tells who was there, and only who stands behind the comma leads: "Dalam rapat bersama
        KPU, Kapolres X memimpin doa".
        """
        found: list[Holder] = []
        behind_comma = 0
        for position in range(index - 1, -1, -1):
            item = items[position]
            if isinstance(item, Holder) and is_real(item):
                found.append(item)
            elif isinstance(item, Cue) and item.kind == "cues" and self.standing.shares(item):
                of_event = self.standing.opens(items, position) and any(
                    kind_of(other) == "event" for other in items[:position]
                )
                return list(reversed(found[: behind_comma if of_event and behind_comma else None]))
            elif not self.standing.within_list(item):
                break
            elif is_token(item, ","):
                behind_comma = behind_comma or len(found)
        return []

    def _speaker(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The last holder before, for "kata X saat memimpin rapat"; else the first behind: "Usai membuka rapat, X"."""
        before = [item for item in items[:index] if isinstance(item, Holder) and is_real(item)]
        return before[-1:] or self._behind(items, index)

    def _behind(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The first holder behind a verb that no clause takes: "Usai memimpin apel yang dihadiri X, Kapolres Y pergi".

        Behind such a clause, and behind those to whom the verb itself does something, it stands between a comma and a
        verb: "Usai melantik anggota PPK, KPU X menggelar rapat".
        """
        clause, last = self._has_object(items, index), None
        for at in range(index + 1, len(items)):
            item = items[at]
            if isinstance(item, Holder) and is_real(item):
                if not clause:
                    return [item]
                last = item if is_token(items[at - 1], ",") else None
            elif isinstance(item, Cue) and self.standing.takes(item) in _TAKE_BEHIND:
                clause = True
            elif last is not None and kind_of(item) in _VERBS:
                return [last]
        return []

    def _has_object(self, items: Sequence[Item], index: int) -> bool:
        """Whether those behind a verb are whom it is done to, as another meaning of the word says."""
        same = (item for item in items[index : index + 3] if item.start == items[index].start)
        return any(isinstance(item, Cue) and self.standing.takes(item) == "host" for item in same)

    def _behind_clause(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The subject of a verb whose clause stands in front: "Dalam memimpin apel itu, Kapolres X didampingi Y"."""
        if index > 1 or any(isinstance(item, Holder) and is_real(item) for item in items[:index]):
            return []
        for position in range(index + 1, len(items)):
            item = items[position]
            if isinstance(item, Holder) or self.standing.breaks(item):
                return []
            if isinstance(item, Token) and item.text == ",":
                return self._joined(items, position + 1)
        return []

    def _joined(self, items: Sequence[Item], at: int) -> list[Holder]:
        """The holders of a list that begins at a position, with nothing but joints between them."""
        found: list[Holder] = []
        for item in items[at:]:
            if isinstance(item, Holder) and is_real(item):
                found.append(item)
            elif not is_joint(item):
                break
        return found

    def _by_holding(self, items: Sequence[Item], index: int, cue: Cue, before: Sequence[Item]) -> list[Holder]:
        """Who did what the sentence before tells by holding an event: "Salah satunya dengan menggelar rakor"."""
        ahead = next((item for item in reversed(items[:index]) if item.start < cue.start), None)
        role = self.vocabulary.concept(cue.concept).value("role")
        if role != "organised" or ahead is None or index > _OPENING:
            return []
        means = isinstance(ahead, Token) and text_of(ahead) in self.vocabulary.prepositions
        if not means and not self.standing.joins_guest(ahead):
            return []
        nobody = not any(isinstance(item, Holder) and is_real(item) for item in items[:index])
        actors = (item for item in before if isinstance(item, Holder) and is_real(item) and not item.venue)
        return list(islice(actors, 1)) if nobody else []

    def _told_apart(self, items: Sequence[Item], index: int) -> list[Holder]:
        """Those who are told one by one behind what all of them did: "Instansi yang mengikuti rapat, yakni X dan Y"."""
        return self.standing.behind(items, index) if self.standing.introduced(items, index) else []

    def _meant(self, items: Sequence[Item], index: int, before: Sequence[Item]) -> list[Holder]:
        """Whom a pronoun in front of a verb means: the first person of the sentence before, or all bodies of it."""
        words = 0
        for at in range(index - 1, -1, -1):
            if kind_of(items[at]) == "pronouns":
                if (many := self.vocabulary.concept(items[at].concept).value("meansBodies")) is not None:  # type: ignore[union-attr]
                    return _bodies(before, int(many))
                break
            words += items[at].start != items[at + 1].start
            if words > _REACH_OF_PRONOUN:
                return []
        else:
            return []
        return _speaker_ahead(items, at) or _first_person(before)

    def _adds_others(self, item: Item | None) -> bool:
        """Whether a word joins others to those who did something: "Turut memantau X dan Y"."""
        filler = isinstance(item, Cue) and item.kind == "fillers"
        return filler and self.vocabulary.concept(item.concept).flag("joinsOthers")  # type: ignore[union-attr]


def _is_body(holder: Holder) -> bool:
    """Whether a holder is a body, and nobody who holds an office there."""
    return holder.institution is not None and holder.person is None and not holder.offices


def _bodies(items: Sequence[Item], many: int) -> list[Holder]:
    """The bodies that a sentence names first, where they are at least as many; a second word for one is none."""
    found: dict[tuple[str, str], Holder] = {}
    for item in items:
        body = item.institution if isinstance(item, Holder) and _is_body(item) and not item.venue else None
        if body is not None and (body.name or all(kind != body.type for kind, _ in found)):
            found.setdefault((body.type, body.name), item)  # type: ignore[arg-type]
    return list(found.values())[:many] if len(found) >= many else []


def _first_person(items: Sequence[Item]) -> list[Holder]:
    """The first person of a sentence, if any."""
    return [item for item in items if isinstance(item, Holder) and item.person is not None and is_real(item)][:1]


def _speaker_ahead(items: Sequence[Item], pronoun: int) -> list[Holder]:
    """Who speaks in front of a pronoun that means her: "Ketua X, Ani, mengatakan ia turun memantau"."""
    said = next((at for at in range(pronoun - 1, 0, -1) if kind_of(items[at]) == "speech"), 0)
    people = (item for item in reversed(items[:said]) if isinstance(item, Holder) and is_real(item))
    return [who for who in islice(people, 1) if who.person is not None]
