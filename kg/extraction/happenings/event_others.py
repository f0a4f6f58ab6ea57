"""A sentence beside the main event → another event of its own, or none: most sentences belong to the main one.

Another event has its own word and participants, and one of four signs: a day of its own; hosts in another regency; a
word that it came before or after the main one, with a body that had no part in that or a headline that names both; or
words that it was on the same day or at another place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kg.extraction.chunks import Holder, is_token, kind_of, text_of
from kg.extraction.dates import Day, resolve
from kg.extraction.drafts import EventDraft, Mention, Sentence
from kg.extraction.happenings.event_known import Known, bodies_of_parts
from kg.extraction.happenings.event_mentions import OF_OTHERS, Mentions
from kg.extraction.happenings.event_times import Times
from kg.extraction.happenings.event_turns import Turns
from kg.extraction.happenings.event_words import Wording
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import EventKind, Span

_OPENING = 4  # items of a sentence among which a word of sequence stands
_EARLIER = 2  # items among which a word stands for what came before on another day
_BESIDE_VERB = 3  # items between "memimpin" and what is led
_NAMED = 2.5  # score of a word of the headline that is no other's topic


class Others:
    """Finds the events of one document beside its main one."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        mentions: Mentions,
        times: Times,
        wording: Wording,
        region_of: Callable[[str], str | None],
    ) -> None:
        self.vocabulary = vocabulary
        self.mentions = mentions
        self.times = times
        self.wording = wording
        self.known = Known(region_of)
        self.turns = Turns(vocabulary, mentions, self.known)
        self._headline: frozenset[EventKind] = frozenset()

    def announce(self, mentions: Iterable[Mention]) -> None:
        """Take in the kinds of event that the headline names."""
        named = (m for m in mentions if m.sentence.headline and m.score >= _NAMED)
        self._headline = frozenset(map(self.mentions.kind, (m.cue for m in named)))

    def beside(
        self, main: EventDraft, sentence: Sentence, here: Sequence[Mention], years: tuple[int, ...]
    ) -> EventDraft | None:
        """The event of a sentence with the mentions in it, or None; `main` has the parts of the sentences before."""
        if sentence.headline or not sentence.parts:
            self.turns.note(sentence)
            return None
        found = self._found(main, sentence, here, years)
        self.turns.note(sentence, found)
        return found

    def _found(
        self, main: EventDraft, sentence: Sentence, here: Sequence[Mention], years: tuple[int, ...]
    ) -> EventDraft | None:
        """The event of a sentence with parts, or None."""
        signs = self.mentions.signs
        own = [m for m in here if m.score > 0 and not signs.of_person(sentence.items, m.index)]
        if sentence.span == main.sentence:
            opened = self._opened_with(main, sentence, own)
            return self.draft(opened, main.day) if opened is not None else None
        if not own:
            return None
        fresh = self.days(sentence, years)
        if main.day is not None and all(day.iso == main.day.iso for day in fresh):
            sequel = self._sequel(main, sentence, own)
            if sequel is not None:
                return self.draft(sequel, None if self._before(sentence) else main.day)
        beside = None if fresh else self._opened_with(main, sentence, own) or self._guarding(main, sentence, own)
        turned = None if fresh else beside or self.turns.turned_to(main, sentence, own)
        if turned is not None:
            return self.draft(turned, main.day)
        if any(self._again(mention, main) for mention in here):
            return None
        best = max(own, key=lambda m: (m.score, -m.cue.start))
        if fresh and main.day is not None and all(day.iso != main.day.iso for day in fresh):
            spoken = self.mentions.signs.reported(sentence.items, best.index)
            if spoken or self.times.to_come(fresh[0]):
                return None
            other = self.draft(best, fresh[0])
            other.kind = main.kind if self._alike(best) else other.kind
            return other
        if not fresh and self._elsewhere_hosted(sentence, main):
            return self.draft(best, main.day)
        guarded = self._guarded(main, sentence, own) or self._listed(main, sentence, own)
        return self.draft(guarded, main.day) if guarded is not None else None

    def set_against(self, main: EventDraft, sentence: Sentence, here: Sequence[Mention]) -> EventDraft | None:
        """The other event of half a sentence, of the main one's day unless it is to come; None for the main event."""
        other = next((m for m in here if m.score > 0 and self._differs(m, main)), None)
        if other is None or sentence.dates or not sentence.parts:
            return None
        return self.draft(other, main.day if self.times.statuses.of(other) != "planned" else None)

    def draft(self, mention: Mention, day: Day | None) -> EventDraft:
        """An event beside the main one, by the word that names it."""
        return EventDraft(
            kind=self.mentions.kind(mention.cue),
            name=self.wording.name(mention),
            span=Span(mention.cue.start, mention.cue.end),
            sentence=mention.sentence.span,
            day=day,
            status=self.times.statuses.of(mention),
            place=None,
            rule="event-second",
            score=mention.score,
        )

    def days(self, sentence: Sentence, years: tuple[int, ...]) -> list[Day]:
        """The days that a sentence gives in full."""
        told = self.times.dates
        full = [
            date
            for date in sentence.dates
            if date.month and date.day and not (told.elsewhere(sentence, date) or told.begins_range(sentence, date))
        ]
        days = [resolve(date, self.times.published, years) for date in full]
        return [day for day in days if day is not None and day.precision == "day"]

    def _again(self, mention: Mention, main: EventDraft) -> bool:
        """Whether a word names the main event once more: it is of its kind or of any, and "ini" stands behind."""
        same = self.mentions.kind(mention.cue) == main.kind or self.mentions.generic(mention)
        return same and self.mentions.signs.points_back(mention.sentence.items, mention.index)

    def _sequel(self, main: EventDraft, sentence: Sentence, own: Sequence[Mention]) -> Mention | None:
        """What came before or after the main event or at the same time elsewhere, or None.

        After it, it is of another kind, with a body that had no part in the main event so far or with a kind that the
        headline names; elsewhere, somebody led or organised it.
        """
        kind = self.mentions.kind
        elsewhere = self._says(sentence, self.vocabulary.elsewhere)
        if elsewhere and not any(kind_of(item) == "speech" for item in sentence.items):
            hosted = any(part.role != "attended" for part in sentence.parts)
            guests = bodies_of_parts(part for part in sentence.parts if not part.weak)
            apart = bool(guests) and guests.isdisjoint(self.known.of(main).bodies)  # they came to no other
            others = [m for m in own if not self.mentions.generic(m) and not self._again(m, main)]
            others = [m for m in others if hosted or (apart and m.cue.concept != main.concept)]
        elif any(text_of(item) in self.vocabulary.sequence for item in sentence.items[:_OPENING]):
            told = [part for part in sentence.parts if not part.weak]
            fresh = bool(bodies_of_parts(told) - self.known.of(main).bodies) or self.known.led_by_another(main, told)
            fresh = fresh or self._held_after(main, sentence)
            others = [m for m in own if self._differs(m, main) and not self._over(m)]
            led = any(part.role == "led" for part in told)
            others = [m for m in others if fresh or kind(m.cue) in self._headline]
            others = [m for m in others if led or kind(m.cue) != main.kind or not self._alone(m)]
        else:
            return None
        return max(others, key=lambda m: (m.score, -m.cue.start)) if others else None

    def _held_after(self, main: EventDraft, sentence: Sentence) -> bool:
        """Whether a clause closes the main event, and the next tells who held another: "Setelah apel digelar, X …"."""
        items = sentence.items
        comma = next((at for at, item in enumerate(items) if is_token(item, ",")), 0)
        closed = any(kind_of(item) == "event" and item.concept == main.concept for item in items[:comma])  # type: ignore[union-attr]
        held = (part for part in sentence.parts if part.role == "organised" and not part.weak)
        return closed and any(part.cue.start > items[comma].start for part in held)

    def _opened_with(self, main: EventDraft, sentence: Sentence, own: Sequence[Mention]) -> Mention | None:
        """What the main event began with, where somebody led it: "Kegiatan diawali apel yang dipimpin Kapolres X"."""
        others = [m for m in own if self._differs(m, main) and self._stands_alone(m, main, sentence)]
        return max(others, key=lambda m: (m.score, -m.cue.start)) if others else None

    def _over(self, mention: Mention) -> bool:
        """Whether a word only says after which polls or opening something was: "Lima hari setelah pencoblosan, …"."""
        before = mention.sentence.items[mention.index - 1] if mention.index else None
        concept = self.vocabulary.concept(mention.cue.concept)
        part = concept.flag("ofPolls") or concept.flag("opensAnother")
        return part and before is not None and text_of(before) in self.vocabulary.sequence

    def _differs(self, mention: Mention, main: EventDraft) -> bool:
        """Whether a word names what the main event is not: another kind, or a roll call and another ceremony."""
        concept = self.vocabulary.concept(mention.cue.concept)
        if self.mentions.kind(mention.cue) != main.kind:
            return mention.cue.concept != main.concept and not concept.flag("generic")
        known = self.vocabulary.concept(main.concept) if main.concept else concept
        return concept.flag("standsAlone") != known.flag("standsAlone") and not concept.flag("anyCeremony")

    def _stands_alone(self, mention: Mention, main: EventDraft, sentence: Sentence) -> bool:
        """Whether an event is what another one began with, or a roll call, which is held before other things."""
        before = sentence.items[max(0, mention.index - _OPENING) : mention.index]
        course = any(text_of(item) in self.vocabulary.courses for item in before)
        alone = self._alone(mention)
        if not (alone or course) or not self._has_people(mention, sentence, led=not alone):
            return False
        return mention.score >= _NAMED if course else sentence.span != main.sentence

    def _has_people(self, mention: Mention, sentence: Sentence, *, led: bool) -> bool:
        """Whether who led, or attended, is told of an event, and of no other one named behind it."""
        items, first = sentence.items, mention.index
        roles = ("led",) if led else ("led", "attended")
        told = [part.cue.start for part in sentence.parts if part.role in roles and not part.weak]
        ahead = [item.start for item in items[max(0, first - _BESIDE_VERB) : first]]
        if any(part.role == "led" and not part.weak and part.cue.start in ahead for part in sentence.parts):
            return True
        cue = min((at for at in told if at > mention.cue.start), default=None)
        if cue is None:
            return False
        between = (at for at in range(first + 1, len(items)) if kind_of(items[at]) == "event" and items[at].start < cue)
        return all(self.mentions.signs.dependent(items, first, at) for at in between)

    def _guarded(self, main: EventDraft, sentence: Sentence, own: Sequence[Mention]) -> Mention | None:
        """What somebody else held while the main event only guarded it; that it was held is no news by itself."""
        led = any(part.role == "led" for part in sentence.parts)
        if main.kind != "patrol" or not (led or sentence.dates or len(sentence.parts) > 1):
            return None
        hosts = bodies_of_parts(part for part in sentence.parts if part.role != "attended" and not part.weak)
        if not hosts or hosts & self.known.of(main).bodies:
            return None
        others = [m for m in own if self.mentions.kind(m.cue) not in (*OF_OTHERS, "other") and m.score >= _NAMED]
        return max(others, key=lambda m: (m.score, -m.cue.start)) if others else None

    def _listed(self, main: EventDraft, sentence: Sentence, own: Sequence[Mention]) -> Mention | None:
        """What the headline names beside the main event: "Pagi Rakor, Siang Simulasi", "Simulasi itu diikuti X"."""
        if main.kind not in self._headline or all(part.weak for part in sentence.parts):
            return None
        others = [m for m in own if self._differs(m, main) and self.mentions.kind(m.cue) in self._headline]
        others = [m for m in others if self.mentions.signs.points_back(sentence.items, m.index)]
        return max(others, key=lambda m: (m.score, -m.cue.start)) if others else None

    def _guarding(self, main: EventDraft, sentence: Sentence, own: Sequence[Mention]) -> Mention | None:
        """How a vote or a count was guarded, where somebody led that: "Pengamanan rekapitulasi dipimpin Kanit X"."""
        if main.kind != "voting":
            return None
        leading = [part.cue for part in sentence.parts if part.role == "led" and self._ranked(part.holder)]
        for mention in own if leading else ():
            ahead = sentence.items[max(0, mention.index - _BESIDE_VERB) : mention.index]
            led = any(item in leading for item in ahead) or self._has_people(mention, sentence, led=True)
            if self.mentions.kind(mention.cue) == "patrol" and led:
                return mention
        return None

    def _ranked(self, holder: Holder) -> bool:
        """Whether somebody holds an office at a unit whose office-holders go by a rank."""
        return any(self.vocabulary.ranked(type_) for office in holder.offices for type_ in office.implied)

    def _before(self, sentence: Sentence) -> bool:
        """Whether a sentence without a date tells what came before: "Sebelumnya", but not "Dua jam sebelumnya"."""
        opening = map(text_of, sentence.items[:_EARLIER])
        return not sentence.dates and any(word in self.vocabulary.earlier for word in opening)

    def _alike(self, mention: Mention) -> bool:
        """Whether words for any event say that it is like the main one: "kegiatan serupa"."""
        behind = mention.sentence.items[mention.index + 1 : mention.index + 2]
        return self.mentions.generic(mention) and any(text_of(item) in self.vocabulary.alike for item in behind)

    def _alone(self, mention: Mention) -> bool:
        return self.vocabulary.concept(mention.cue.concept).flag("standsAlone")

    def _says(self, sentence: Sentence, words: frozenset[str]) -> bool:
        """Whether some of the words, each of which may be more than one, stand in a sentence."""
        text = self.wording.text[sentence.span.start : sentence.span.end].casefold()
        return any(word in text for word in words)

    def _elsewhere_hosted(self, sentence: Sentence, main: EventDraft) -> bool:
        """Whether a sentence tells who organised or led something in another regency than the main event's hosts."""
        here = self.known.of(main).regencies
        there = self.known.regencies_of(part for part in sentence.parts if part.role != "attended" and not part.weak)
        return bool(here and there) and not here & there
