"""Sentences with their parts → the events of a document: what, when, where, and who took part.

Most articles tell of one event. It is the one that the headline, the first paragraph and the words of its participants
point to; another is made only where a sentence gives a date or hosts of its own, or goes on from it with somebody new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from kg.extraction.chunks import Cue, Token, is_token
from kg.extraction.dates import DateMention, Day, resolve
from kg.extraction.drafts import EventDraft, Mention, Sentence, with_rest
from kg.extraction.happenings.announced import Announced
from kg.extraction.happenings.asides import aside, body_of_place, held_besides, told_at_another
from kg.extraction.happenings.contrasts import Contrasts
from kg.extraction.happenings.day_shifts import shift_of, shifted
from kg.extraction.happenings.event_known import bodies_of, same_hosts
from kg.extraction.happenings.event_mentions import Mentions
from kg.extraction.happenings.event_others import Others
from kg.extraction.happenings.event_places import Venues
from kg.extraction.happenings.event_times import Times
from kg.extraction.happenings.event_words import Wording
from kg.extraction.happenings.guarded import GUARD, OF_ELECTIONS, Guarded
from kg.extraction.happenings.quoted import Quoted
from kg.extraction.happenings.trials import of_case
from kg.extraction.parts import Part, others
from kg.extraction.passages.calendar import Calendar
from kg.extraction.taking_part.contestants import contestants
from kg.extraction.taking_part.narrated import CAREER
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import Document, Span

_SURE = 5.0  # score of a word that headline or lead give


class Events:
    """Finds the events of one document."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        calendar: Calendar,
        document: Document,
        region_of: Callable[[str], str | None],
        headline: Sequence[Mention] = (),
    ) -> None:
        """`headline` has the events that a headline names which came apart from the text."""
        self.vocabulary = vocabulary
        self.text = document.text
        self.title = document.title
        self.published = document.published
        self.address = document.article.url or ""
        self.calendar = calendar
        self.mentions = Mentions(vocabulary, document.text, headline)
        self.times = Times(vocabulary, calendar, document, self.mentions.signs)
        self.wording = Wording(vocabulary, document.text)
        self.venues = Venues(vocabulary, document.text, region_of)
        self.contrasts = Contrasts(vocabulary, self.mentions.kind)
        self.quoted = Quoted(vocabulary, self.mentions)
        self.guarded = Guarded(vocabulary, self.mentions, self.wording)
        self.announced = Announced(self.mentions, self.times)
        self.others = Others(vocabulary, self.mentions, self.times, self.wording, region_of)

    def of(self, sentences: Sequence[Sentence], dateline: DateMention | None = None) -> list[EventDraft]:
        """The events that a text tells of; empty when nothing in it is one."""
        years = self._years(sentences)
        self.mentions.read(sentences, self.title)
        sentences = list(chain.from_iterable(map(self.contrasts.divided, sentences)))
        mentions = [
            list(self.mentions.of(sentence, [date for s in with_rest(sentence, sentences) for date in s.dates]))
            for sentence in sentences
        ]
        main = self.mentions.main(list(chain.from_iterable(mentions)))
        if main is None:
            return []
        main = self.announced.in_full(main, list(chain.from_iterable(mentions)))
        self.others.announce(chain.from_iterable(mentions))
        draft = self._draft(main, sentences, years, dateline)
        drafts, current = [draft], draft
        paragraph, press = main.sentence.paragraph, self._meets_press(main.cue)
        handed = any(self._hands_over(mention.cue) for mention in chain.from_iterable(mentions))
        sworn = self.vocabulary.concept(main.cue.concept).flag("putsInOffice")
        debate = self.vocabulary.concept(main.cue.concept).flag("ofContestants")
        often = not self.vocabulary.concept(main.cue.concept).flag("oftenTold")
        for sentence, here in zip(sentences, mentions, strict=True):
            if sentence.paragraph != paragraph:
                current, paragraph = draft, sentence.paragraph
            away = self._days_away(draft, sentence)
            other = self._beside(draft, sentence, here, years, away)
            if other is not None:
                known = next((d for d in drafts[1:] if same_hosts(d, other, sentence)), other)
                drafts += [other] if known is other else []
                current = known
            elif len(drafts) > 1:
                current = self._meant(drafts, here) or current
            elsewhen = away is not None or self._said_of_another_day(draft, sentence, here, years)
            elsewhere = elsewhen or self._elsewhere(current, sentence, here, sentences)
            told = list(sentence.parts) if other is not None or not elsewhere else []  # of this event
            told = [part for part in told if press or not self._to_press(part, sentence)]
            if not (handed or (sworn and _is_listed(sentence))):  # "X menggantikan Y, yang kini menjabat Kapolresta Z"
                told = [part for part in told if part.cue.concept != CAREER]
            told += others(contestants(sentence.items), told) if debate else ()
            told = [part for part in told if not aside(sentence, part, self.vocabulary, current.kind, often=often)]
            if other is not None and sentence.span == draft.sentence:  # "Patroli yang dipimpin X diawali apel"
                ahead = [part for part in told if part.cue.start < other.span.start]
                draft.parts += [(part, sentence) for part in ahead if self._in(draft, part, sentence)]
                told = [part for part in told if part.cue.start > other.span.start]
            current.parts += [(part, sentence) for part in told if self._in(current, part, sentence)]
        for guard in (self.guarded.beside, self.guarded.apart):
            apart = guard(drafts, list(chain.from_iterable(mentions)))
            drafts += [apart] if apart is not None else []
        real = [d for d in drafts if self._real(d, sentences)]
        for called_off in (d for d in real if d.status == "cancelled"):
            called_off.parts = [pair for pair in called_off.parts if pair[0].role == "organised"]
        self._call_by_name(draft, main, chain.from_iterable(mentions))
        return real

    def _said_of_another_day(
        self, main: EventDraft, sentence: Sentence, here: Sequence[Mention], years: tuple[int, ...]
    ) -> bool:
        """Whether somebody only says what was on other days than the main event: "Menurutnya, pada 18 April X …"."""
        if main.day is None or not (here and sentence.dates) or sentence.span == main.sentence:
            return False
        days = self.others.days(sentence, years)
        said = all(self.mentions.signs.reported(sentence.items, mention.index) for mention in here)
        return said and bool(days) and all(day.iso != main.day.iso for day in days)

    def _days_away(self, main: EventDraft, sentence: Sentence) -> int | None:
        """How many days before or after the main event lies what another sentence says so of."""
        return shift_of(self.vocabulary, sentence, self.text) if sentence.span != main.sentence else None

    def _elsewhere(
        self, draft: EventDraft, sentence: Sentence, here: Sequence[Mention], sentences: Sequence[Sentence]
    ) -> bool:
        """Whether a sentence tells what is done at a body of which nothing was told up to an event, nor of it."""
        if sentence.span.start <= draft.sentence.start or any(m.cue.concept == draft.concept for m in here):
            return False
        body = body_of_place(sentence, self.vocabulary)
        ahead = (s for s in sentences if s.span.start <= draft.sentence.start)
        known = chain((who for s in ahead for who in s.holders), (part.holder for part, _ in draft.parts))
        return body is not None and not any(body in bodies_of(holder) for holder in known)

    def _beside(
        self, main: EventDraft, sentence: Sentence, here: Sequence[Mention], years: tuple[int, ...], away: int | None
    ) -> EventDraft | None:
        """The event of a sentence beside the main one; one some days away from that has to be over."""
        if away is None:
            against = self.others.set_against(main, sentence, here) if sentence.contrasted else None
            return against or self.others.beside(main, sentence, here, years)
        day = shifted(main.day, away)
        told = [m for m in here if m.score > 0 and not self.mentions.signs.reported(sentence.items, m.index)]
        if not told or (day is not None and self.times.to_come(day)):
            return None
        return self.others.draft(max(told, key=lambda m: (m.score, -m.cue.start)), day)

    def _call_by_name(self, draft: EventDraft, main: Mention, mentions: Iterable[Mention]) -> None:
        """Call the main event by its name where the text first tells of it, if its own word alone stands further on.

        "… mengikuti apel gelar pasukan Operasi X. Apel dipimpin Kapolres."
        """
        if draft.name.casefold() != main.cue.form.casefold():
            return
        for mention in mentions:
            start = mention.cue.start
            if mention.sentence.headline or start >= main.cue.start or not mention.sentence.may_name_event(start):
                continue
            name = self.wording.name(mention)
            if (
                name.casefold().startswith(f"{draft.name.casefold()} ")
                and self.mentions.kind(mention.cue) == draft.kind
            ):
                draft.name, draft.sentence = name, mention.sentence.span
                draft.span = Span(start, mention.cue.end)
                return

    def _meant(self, drafts: Sequence[EventDraft], mentions: Sequence[Mention]) -> EventDraft | None:
        """The one of several events of which a sentence goes on to tell: "Simulasi itu dihadiri KPU"."""
        kinds = {self.mentions.kind(mention.cue) for mention in mentions if mention.score > 0}
        named = [draft for draft in drafts if draft.kind in kinds]
        return named[0] if len(named) == 1 else None

    def _in(self, draft: EventDraft, part: Part, sentence: Sentence) -> bool:
        """Whether a part is told by the article, and not said to be still to come of an event that was held."""
        if part.cue.start in self.mentions.no_events:
            return False
        if not sentence.outside_quotes(part.cue.start) and not self.quoted.tells(draft, part.cue, sentence):
            return False
        if (
            draft.kind != GUARD
            and part.cue.kind == "cues"
            and self.vocabulary.concept(part.cue.concept).flag("ofGuard")
        ):
            return False
        if draft.status == "planned" and part.cue.kind == "narrated":
            return False  # of whom is told before an event is not there
        if of_case(draft, part, sentence, self.vocabulary) or told_at_another(draft, part, sentence, self.vocabulary):
            return False
        if part.cue.kind == "event" and part.role == "organised" and self._of_another_kind(draft, part.cue):
            return False  # a plenary that is guarded, or played in a simulation
        if part.role == "organised" and held_besides(draft, part, sentence, self.vocabulary):
            return False
        return draft.status != "held" or not self.times.statuses.awaited(sentence, part.cue)

    def _of_another_kind(self, draft: EventDraft, cue: Cue) -> bool:
        """Whether a word names a count or a debate, which the event is not."""
        kind = self.mentions.kind(cue)
        return kind in OF_ELECTIONS and kind != draft.kind

    def _to_press(self, part: Part, sentence: Sentence) -> bool:
        """Whether somebody only speaks to the press, about another event: "kata X saat konferensi pers"."""
        if part.cue.kind not in ("event", "while"):
            return False
        behind = (item for item in sentence.items if isinstance(item, Cue) and item.start >= part.cue.start)
        event = next((cue for cue in behind if cue.kind == "event"), None)
        return event is not None and self._meets_press(event)

    def _hands_over(self, cue: Cue) -> bool:
        return self.vocabulary.concept(cue.concept).flag("handsOver")

    def _meets_press(self, cue: Cue) -> bool:
        return self.vocabulary.concept(cue.concept).flag("meetsPress")

    def _years(self, sentences: Sequence[Sentence]) -> tuple[int, ...]:
        """The years that the text names, by themselves or in dates of numbers, and that of the address."""
        named = self.calendar.years.named(self.text, self.address)
        return tuple(sorted(named.union(date.year for s in sentences for date in s.dates if date.year is not None)))

    def _draft(
        self, main: Mention, sentences: Sequence[Sentence], years: tuple[int, ...], dateline: DateMention | None
    ) -> EventDraft:
        kind, status = self.mentions.main_kind(main, sentences), self.times.statuses.of(main)
        to_come = self.announced.day(main, years) if status == "held" else None
        status = "planned" if to_come is not None else status
        planned = status == "planned"
        own = planned and not main.sentence.headline
        day = self.times.planned(main, years) if own else self.times.day(main, sentences, years)
        if day is None and not planned:
            day = resolve(dateline, self.published, years) if dateline is not None else None
            day = self.times.feast(self.text) if day is None and kind == "ceremony" else day
        venue = self.venues.of(main, sentences)
        return EventDraft(
            kind=kind,
            name=self.wording.name(main),
            span=Span(main.cue.start, main.cue.end),
            sentence=main.sentence.span,
            day=day,
            status=status,
            place=venue.words if venue is not None else None,
            regions=venue.regions if venue is not None else (),
            rule=f"event-{kind}",
            concept=self.mentions.concept(main),
            score=main.score,
        )

    def _real(self, draft: EventDraft, sentences: Sequence[Sentence]) -> bool:
        """Whether an event is told of and not only talked about: somebody led, organised or attended it.

        Holders that only act in its report prove it where the headline or the lead names it, or where the sentence
        gives its day. What the lead tells with its day was held even where nobody is known of those who were there.
        """
        invited = [part for part, _ in draft.parts if self._invites(part)]
        if len(invited) == len(draft.parts) and (invited or self._only_invited(draft, sentences)):
            return False
        if any(not part.weak for part, _ in draft.parts):
            return True
        if draft.day is None:
            return False
        if not draft.parts:
            return self._surely_held(draft, draft.day, sentences)
        told = any(part.cue.kind != "narrated" for part, _ in draft.parts)
        return told or draft.score >= _SURE or any(self._gives(sentence, draft.day) for _, sentence in draft.parts)

    def _invites(self, part: Part) -> bool:
        """Whether somebody only invites to an event, which others may say was held."""
        return part.cue.kind == "cues" and self.vocabulary.concept(part.cue.concept).flag("invites")

    def _only_invited(self, draft: EventDraft, sentences: Sequence[Sentence]) -> bool:
        """Whether an event is named only as what somebody is invited to."""
        return any(s.span == draft.sentence and not s.claims(draft.span.start) for s in sentences)

    def _surely_held(self, draft: EventDraft, day: Day, sentences: Sequence[Sentence]) -> bool:
        """Whether the lead tells of an event with its day; an election, of which much is said, is none by that."""
        if draft.score < _SURE or draft.status != "held" or draft.kind in OF_ELECTIONS:
            return False
        own = (sentence for sentence in sentences if sentence.span == draft.sentence)
        return any(self._gives(piece, day) for sentence in own for piece in with_rest(sentence, sentences))

    def _gives(self, sentence: Sentence, day: Day) -> bool:
        """Whether a sentence gives a day with its weekday, or as today or yesterday."""
        sure = (date for date in sentence.dates if date.weekday is not None or date.offset is not None)
        return any(resolve(date, self.published) == day for date in sure)


def _is_listed(sentence: Sentence) -> bool:
    """Whether a sentence is a line of a list: a dash or a number stands in front of it."""
    mark, behind = (*sentence.items[:2], None, None)[:2]
    dash = is_token(mark, "-", "–", "•", "*")
    return dash or (isinstance(mark, Token) and mark.text.isdigit() and is_token(behind, ".", ")"))
