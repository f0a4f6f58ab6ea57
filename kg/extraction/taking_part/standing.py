"""Where the holders of a sentence stand: before a verb, behind it, in the list that a cue opens or goes along.

In come the items of a sentence and the position of a cue; out come the holders that the cue takes from one side.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunking.many import SOME
from kg.extraction.chunks import Cue, Holder, Item, Place, Token, is_joint, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.taking_part.adjuncts import Adjuncts
from kg.extraction.taking_part.borders import Borders, behind_short, in_short, of_all, replaced
from kg.extraction.words.vocabulary import Vocabulary

_OF_PEOPLE = ("person-cues", "plural")  # kinds of cue
_REACH_OF_COMPANY = 4  # items: a word that brings somebody along, and words for who that is
_REACH_OF_AGENT = 3
_REACH_OF_OPENING = 9  # items of a companion and an event
_SIGNS = ('"', "“", "”")  # of quotes
_BEFORE_AGENT = ("fillers", "plural", "conjunctions", "introductions", "person-cues")
_AT_HOME = ("venue-words",)  # what may stand in front of a host: "mendatangi kediaman tokoh agama X"
_VERBS = ("cues", "speech", "hosts", "delegation", "modality", "negation")  # kinds of cue
_TAKES_BEHIND = ("agent", "list", "companion", "either")  # sides of verbs that have no subject in front


class Standing(Borders):
    """Finds the holders around a cue by the rules for lists, subjects and agents."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(vocabulary)
        self.adjuncts = Adjuncts(vocabulary)

    def subject(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The unbroken list of holders in front of a verb; companions of theirs are left to their own cue.

        A verb with nobody in front of it shares the subject of the verb before: "X menyambut tamu dan membuka acara".
        """
        found: list[Holder] = []
        beside = self.adjuncts.before(items, index)
        for position in range(self._clause(items, index) - 1, -1, -1):
            item = items[position]
            if position in beside or replaced(item):
                continue  # who was replaced stands in a clause about somebody else
            if isinstance(item, Holder) and is_real(item):
                found.append(item)
            elif isinstance(item, Cue) and (self._brings(items, position) or self._relative(items, position)):
                found.clear()
            elif self.breaks(item):
                if not (self.soft(item) and position < 2 and not found):
                    break
            elif found and not self._goes_along(items, position):
                if not self._in_company(items, position):
                    break
                found.clear()
        return list(reversed(found))

    def _brings(self, items: Sequence[Item], position: int) -> bool:
        """Whether a word says who comes with the subject: "X bersama Y", "X dengan melibatkan Y menggelar"."""
        takes = self.takes(items[position])  # type: ignore[arg-type]
        means = takes == "list" and position > 1 and self.joins_guest(items[position - 1])
        return takes == "companion" or (means and isinstance(items[position - 2], Holder))

    def _goes_along(self, items: Sequence[Item], position: int) -> bool:
        """Whether an item may stand between the members of the list in front of a verb."""
        in_list = self.within_list(items[position]) or self._candidates(items, position)
        return in_list or self.acts_through(items, position)

    def _in_company(self, items: Sequence[Item], position: int) -> bool:
        """Whether plain words say what those are who come with the subject: "bersama instansi terkait X menggelar"."""
        for at in range(position, max(-1, position - _REACH_OF_COMPANY), -1):
            item = items[at]
            if isinstance(item, Cue) and self.takes(item) == "companion":
                return True
            if not (kind_of(item) in _OF_PEOPLE or (isinstance(item, Token) and item.text.islower())):
                return False
        return False

    def _clause(self, items: Sequence[Item], index: int) -> int:
        """Where a clause begins that stands between a verb and its subject: "X yang tergabung dalam Y hadir".

        Whoever came for somebody is told in such a clause, too, and did what the verb says.
        """
        for at in range(index - 1, 0, -1):
            item = items[at]
            if self.breaks(item) or kind_of(item) == "delegation" or (is_token(item, ",") and at < index - 1):
                break
            if kind_of(item) == "relative":
                named = any(isinstance(other, Holder) and is_real(other) for other in items[at + 1 : index])
                closed = is_token(items[at - 1], ",") and is_token(items[index - 1], ",")
                head = items[at - 1 - closed] if at > closed else None
                return at if named and isinstance(head, Holder) and is_real(head) else index
        return index

    def _candidates(self, items: Sequence[Item], position: int) -> bool:
        """Whether a word is for those who stand in an election, as members of a list: "X, pasangan calon, dan Y"."""
        item, before = items[position], items[position - 1] if position else None
        if not isinstance(item, Cue) or item.kind != "candidacy" or before is None:
            return False
        member = is_joint(before) or kind_of(before) == "plural"
        return member and not self.vocabulary.concept(item.concept).flag("noGathering")

    def _relative(self, items: Sequence[Item], position: int) -> bool:
        """Whether a passive verb only says by whom the subject is led: "Sidang yang dipimpin X menghadirkan Y"."""
        before = items[position - 1] if position else None
        relative = isinstance(before, Cue) and before.kind == "relative"
        return relative and self.takes(items[position]) == "agent"  # type: ignore[arg-type]

    def agent(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The holder behind a passive verb, with those that a conjunction ties to it."""
        found: list[Holder] = []
        skipped, last, cue = 0, 0, items[index]
        host = isinstance(cue, Cue) and self.takes(cue) == "host"
        at_home = _AT_HOME if host else ()
        for position in range(index + 1, len(items)):
            item = items[position]
            if (found and in_short(items, position)) or (not (host or found) and self.only_where(items, position)):
                continue
            if not found and self.joins_guest(item):
                break  # "dilakukan dengan X"
            if isinstance(item, Holder) and is_real(item) and not replaced(item):
                last = last if found else self._last_of_list(items, position)
                found.append(item)
                if position >= last and not self._tied(items, behind_short(items, position)):
                    break
            elif (
                (found and is_joint(item))
                or replaced(item)
                or replaced(items[position - 1])
                or self.instead_of(items, position)
                or (found and self.acts_through(items, position))
                or item.start == items[index].start
                or _passed_over(item)
                or (not found and item.start == items[position - 1].start and _passed_over(items[position - 1]))
                or (not found and any(kind_of(word) in at_home for word in _of_one_word(items, position)))
            ):
                continue
            elif (
                found
                or self._ends_agent(item)
                or skipped >= _REACH_OF_AGENT
                or (host and skipped and is_token(item, ",") and self._goes_on(items, position + 1))
            ):
                break
            else:
                skipped += 1
        return found

    def _goes_on(self, items: Sequence[Item], position: int) -> bool:
        """Whether who is named behind a comma does something else: "Sekda melantik pejabat, Bupati makan di warung"."""
        holder, following = (*items[position : position + 2], None, None)[:2]
        word = following if isinstance(following, Token) and following.text.isalpha() else None
        told = word is not None and word.text.casefold() not in self.vocabulary.locatives
        return isinstance(holder, Holder) and (told or isinstance(following, Holder))

    def _ends_agent(self, item: Item) -> bool:
        """Whether nobody behind an item is the agent of a verb before it: "digelar atas permintaan X"."""
        reason = isinstance(item, Token) and item.text in self.vocabulary.reasons
        return reason or self.breaks(item) or isinstance(item, Cue)

    def behind(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The holders behind a cue, up to a break or to a verb with a subject of its own."""
        found: list[Holder] = []
        for position in range(index + 1, len(items)):
            item = items[position]
            if isinstance(item, Holder):
                if is_real(item) and not replaced(item):
                    found.append(item)
            elif position == index + 1 and is_token(item, *_SIGNS):
                continue  # "tampak hadir ” Letkol X, Y dan Z"
            elif self.breaks(item) and (found or not self.soft(item) or self.own_subject(items, position)):
                member = is_joint(item) and _member_behind(items, position)
                if found and (member or self._of_region(items, position)):
                    continue
                if not (self.soft(item) and position + 1 < len(items) and is_joint(items[position + 1])):
                    break
            elif found and self.has_subject(item) and not self.in_capacity(items, position):
                break
        return found

    def companions(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The holders in an unbroken list behind a cue."""
        found: list[Holder] = []
        for position in range(index + 1, len(items)):
            item = items[position]
            if isinstance(item, Holder):
                if is_real(item):
                    found.append(item)
            elif (
                of_all(items, position)
                or self.in_capacity(items, position)
                or (is_token(item, ":") and kind_of(items[position - 1]) == "introductions")
            ):
                continue
            elif not (self.within_list(item) or (isinstance(item, Token) and not found and item.text not in ".:;")):
                break
        return found

    def beside_opening(self, items: Sequence[Item], index: int) -> list[Holder]:
        """Those behind the companion and the event with which a sentence begins: "Bersama Bupati dalam sidak, X, Y"."""
        if not self.opens(items, index):
            return []
        ahead = range(index + 1, min(len(items), index + _REACH_OF_OPENING))
        event = next((at for at in ahead if kind_of(items[at]) == "event"), None)
        comma = next((at for at in ahead if event is not None and at > event and is_token(items[at], ",")), None)
        return self.companions(items, comma) if comma is not None else []

    def _tied(self, items: Sequence[Item], position: int) -> bool:
        """Whether a conjunction ties a holder to the next; behind a comma only "dan": "Kapolres X, S.H., dan Y"."""
        behind = items[position + 1 : position + 4]
        following = [item for item in behind if not (isinstance(item, Token) and item.text == ",")]
        joint = following[0] if len(following) > 1 and isinstance(following[1], Holder) else None
        tied = isinstance(joint, Cue) and joint.kind == "conjunctions" and not self.joins_guest(joint)
        if any(self.acts_through(items, at) for at in range(position + 1, min(position + 3, len(items)))):
            return True
        return tied and (joint is behind[0] or joint.form in self.vocabulary.joints_of_names)  # type: ignore[union-attr]

    def _last_of_list(self, items: Sequence[Item], position: int) -> int:
        """Where a list ends of nothing but holders, with a conjunction before the last: "digelar X, Y, dan Z"; else 0.

        One who does something of his own is no member.
        """
        last, tied = 0, False
        for at in range(position + 1, len(items)):
            item = items[at]
            if isinstance(item, Holder) and is_real(item) and is_joint(items[at - 1]):
                if tied:
                    last = at
                    break
            elif not is_joint(item) or self.joins_guest(item):
                return 0
            tied = tied or (kind_of(item) == "conjunctions" and text_of(item) in self.vocabulary.joints_of_lists)
        verb = _verb(items, last + 1) if last else None
        if verb is not None and verb.kind == "cues" and self.takes(verb) in _TAKES_BEHIND:
            return last
        return 0 if verb is not None and verb.kind in ("cues", "speech", "hosts", "delegation") else last

    def trailing(self, items: Sequence[Item], leaders: Sequence[Holder]) -> list[Holder]:
        """The rest of the list behind the last of some leaders: "dipimpin X (Hakim Ketua), Y (Hakim Anggota)".

        Its last member is none where it does something of its own.
        """
        last = next((at for at, item in enumerate(items) if leaders and item is leaders[-1]), len(items))
        found: list[Holder] = []
        for at in range(last + 1, len(items)):
            item = items[at]
            if isinstance(item, Holder) and is_real(item):
                found.append(item)
            elif (verb := _verb(items, at)) is not None and verb.kind != "delegation":
                return found[: None if verb.kind == "cues" and self.takes(verb) in _TAKES_BEHIND else -1]
            elif kind_of(item) == "date" or not (self.within_list(item) or _is_number(item)):
                break
        return found

    def also(self, items: Sequence[Item], member: Holder) -> list[Holder]:
        """Those whom a conjunction ties to a member of a list, up to its end: "diwakili X, serta Y dan Z"."""
        at = next((at for at, item in enumerate(items) if item is member), len(items))
        behind = next((item for item in items[at + 1 :] if not (isinstance(item, Token) and item.text == ",")), None)
        tied = isinstance(behind, Cue) and behind.kind == "conjunctions" and not self.joins_guest(behind)
        return self.companions(items, at) if tied else []

    def _of_region(self, items: Sequence[Item], position: int) -> bool:
        """Whether a word of purpose only says for which region somebody is: "Dandim X untuk Asmat Letkol Y"."""
        region, behind = (*items[position + 1 : position + 3], None, None)[:2]
        listed = isinstance(behind, Holder) or (behind is not None and is_joint(behind))
        return self.soft(items[position]) and isinstance(region, Place) and listed


def _verb(items: Sequence[Item], at: int) -> Cue | None:
    """The word with which somebody does something at a position, where it may name an event as well: "mengamankan"."""
    start = items[at].start if at < len(items) else None
    same = (item for item in items[at : at + 3] if item.start == start)
    return next((item for item in same if isinstance(item, Cue) and item.kind in _VERBS), None)


def _of_one_word(items: Sequence[Item], position: int) -> Sequence[Item]:
    """An item, and the one in front of it that begins with the same word."""
    same = position > 0 and items[position - 1].start == items[position].start
    return items[position - same : position + 1]


def _is_number(item: Item) -> bool:
    return isinstance(item, Token) and item.text.isdigit()


def _passed_over(item: Item) -> bool:
    """Whether an item may stand between a passive verb and its agent."""
    return isinstance(item, Cue) and item.kind in _BEFORE_AGENT


def _member_behind(items: Sequence[Item], position: int) -> bool:
    """Whether a semicolon only parts the members of a list: somebody with an office, a body or nothing else follows."""
    ahead = range(position + 1, min(position + 4, len(items)))
    at = next((at for at in ahead if not (is_joint(items[at]) or is_token(items[at], SOME))), position)
    behind = items[at]
    if not isinstance(behind, Holder) or not is_real(behind):
        return False
    alone = at + 1 == len(items) or is_token(items[at + 1], ";", ".")
    return alone or bool(behind.offices or behind.institution)
