"""An event that somebody guards or looks at, told in one with the guard → the two events, each with its own hosts.

"Polres mengamankan debat yang digelar KPU" tells of a debate, which the commission held, and of its guard.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extraction.chunks import Holder, Institution, is_token, kind_of
from kg.extraction.drafts import EventDraft, Mention, Sentence
from kg.extraction.happenings.event_mentions import Mentions
from kg.extraction.happenings.event_words import Wording
from kg.extraction.parts import Part
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import EventKind, Span

OF_ELECTIONS: frozenset[EventKind] = frozenset({"campaign", "voting"})
_COMMISSION = "ElectionCommission"  # a class
_WITH_GUARDS = frozenset({"conjunctions", "fillers", "plural", "relative", "date", "person-cues"})  # kinds of cue
GUARD: EventKind = "patrol"


class Guarded:
    """Tells guards from what they guard by the words of one document."""

    def __init__(self, vocabulary: Vocabulary, mentions: Mentions, wording: Wording) -> None:
        self.vocabulary = vocabulary
        self.mentions = mentions
        self.wording = wording

    def apart(self, drafts: Sequence[EventDraft], mentions: Sequence[Mention]) -> EventDraft | None:
        """The guard of the main event, the first of some, or what that guards, as an event of its own; else None.

        Its hosts are taken from the main event. One whose kind is told already is not made again.
        """
        draft, told = drafts[0], {other.kind for other in drafts[1:]}
        if draft.kind != GUARD and (draft.kind not in OF_ELECTIONS or GUARD in told):
            return None
        guards = [m for m in mentions if self.mentions.kind(m.cue) == GUARD and m.score > 0]
        guarding = [(part, sentence) for part, sentence in draft.parts if self._guards(part)]
        if draft.kind == GUARD:
            self._by_its_leader(draft, mentions)
        if draft.kind == GUARD:
            return self._held(draft, mentions, told)
        if GUARD in told or not guards or not guarding:
            return None
        hosts = {id(part.holder) for part, _ in guarding}
        draft.parts = [(part, sentence) for part, sentence in draft.parts if id(part.holder) not in hosts]
        return self._draft(draft, GUARD, _best(guards), guarding)

    def beside(self, drafts: Sequence[EventDraft], mentions: Sequence[Mention]) -> EventDraft | None:
        """The guard of an event that the text says is guarded, with all who belong to it; else None.

        It is an event of its own where somebody leads it, or it guards a vote; guards of all else attend that. Of a
        protest all are guards who go by a rank, and are said to hold or lead something.
        """
        draft = drafts[0]
        if draft.kind == GUARD:
            return None
        if draft.kind not in OF_ELECTIONS:
            draft.parts = [(_attending(pair[0]), pair[1]) if self._sends(pair[0]) else pair for pair in draft.parts]
        guarding = self._guarding(draft, protest=self._is_protest(draft))
        places = {id(sentence) for _, sentence in guarding}
        named = [m for m in mentions if self.mentions.kind(m.cue) == GUARD and id(m.sentence) in places]
        if not any(part.role == "led" for part, _ in guarding) and not (named and draft.kind in OF_ELECTIONS):
            draft.parts = [(_attending(pair[0]), pair[1]) if pair in guarding else pair for pair in draft.parts]
            return None
        draft.parts = [pair for pair in draft.parts if pair not in guarding]
        known = next((other for other in drafts[1:] if other.kind == GUARD), None)
        if known is not None:
            known.parts += guarding
            return None
        cue, sentence = (named[0].cue, named[0].sentence) if named else (guarding[0][0].cue, guarding[0][1])
        at = next(at for at, item in enumerate(sentence.items) if item.start == cue.start)
        return self._draft(draft, GUARD, Mention(cue, sentence, at, draft.score), guarding)

    def _guarding(self, draft: EventDraft, *, protest: bool) -> list[tuple[Part, Sentence]]:
        """The parts in an event that are those of its guard."""
        found: list[tuple[Part, Sentence]] = []
        for part, sentence in draft.parts:
            guards = [other for other, where in found if where is sentence]
            told = self._guards_by_word(part, draft) or (protest and self._guards(part))
            if told or self._joins(part, guards, sentence):
                found.append((part, sentence))
        return found

    def _is_protest(self, draft: EventDraft) -> bool:
        return bool(draft.concept) and self.vocabulary.concept(draft.concept).flag("ofProtest")

    def _guards_by_word(self, part: Part, draft: EventDraft) -> bool:
        """Whether a part is told by a word for guarding; sending people guards only what is known to be guarded."""
        if part.cue.kind != "cues" or not self.vocabulary.concept(part.cue.concept).flag("guards"):
            return False
        return not part.weak or draft.kind in OF_ELECTIONS

    def _sends(self, part: Part) -> bool:
        """Whether a body only sent its people, who guard what others hold."""
        word = part.cue.kind == "cues" and part.weak and part.role == "organised"
        return word and self.vocabulary.concept(part.cue.concept).flag("sendsToGuard")

    def _joins(self, part: Part, guards: Sequence[Part], sentence: Sentence) -> bool:
        """Whether somebody leads or helps guards, right behind them: "dikawal Polres X dipimpin Y bersama Kodim Z"."""
        if not guards or part.cue.kind != "cues" or part.cue.start <= guards[0].cue.start:
            return False
        takes = self.vocabulary.concept(part.cue.concept).value("takes")
        if takes != "companion" and not (takes == "agent" and part.role == "led" and self._guards(part)):
            return False
        last = max(guard.holder.end for guard in guards)
        between = [item for item in sentence.items if last <= item.start < part.cue.start]
        return all(kind_of(item) in _WITH_GUARDS or is_token(item, ",", ")", "(") for item in between)

    def _held(self, draft: EventDraft, mentions: Sequence[Mention], known: set[EventKind]) -> EventDraft | None:
        """The debate or count that an election commission held, and the main event guards."""
        occasions = [m for m in mentions if self._is_occasion(m)]
        votes = [m for m in occasions if m.score > 0]
        of_votes = {id(mention.sentence) for mention in occasions if votes}  # also where somebody says who held it
        hosts = [pair for pair in draft.parts if pair[0].role == "organised" and self._of_commission(pair[0])]
        told = [pair for pair in hosts if id(pair[1]) in of_votes]
        came = {id(sentence): part.cue.start for part, sentence in draft.parts if self._came(part, sentence, votes)}
        told += [
            (part, sentence)
            for part, sentence in draft.parts
            if part.role == "attended" and part.cue.start >= came.get(id(sentence), part.cue.start + 1)
        ]
        best = _best(votes) if told else None
        if best is None or self.mentions.kind(best.cue) in known:
            return None
        draft.parts = [pair for pair in draft.parts if pair not in told]
        return self._draft(draft, self.mentions.kind(best.cue), best, told)

    def _came(self, part: Part, sentence: Sentence, votes: Sequence[Mention]) -> bool:
        """Whether somebody came to the count or debate in front of the verb: "Rapat pleno ini dihadiri Ketua X"."""
        if part.cue.kind != "cues" or part.role != "attended":
            return False
        if self.vocabulary.concept(part.cue.concept).value("takes") not in ("list", "agent"):
            return False
        ahead = [item for item in sentence.items if item.start < part.cue.start and kind_of(item) == "event"]
        return bool(ahead) and any(mention.sentence is sentence and mention.cue is ahead[-1] for mention in votes)

    def _by_its_leader(self, draft: EventDraft, mentions: Sequence[Mention]) -> None:
        """Make what somebody guards the event, where an election commission led it: "Pengamanan pleno … dipimpin PPK".

        Those who guard it attend.
        """
        votes = [m for m in mentions if self.mentions.kind(m.cue) in OF_ELECTIONS and m.score > 0]
        if not votes or not any(part.role == "led" and self._of_commission(part) for part, _ in draft.parts):
            return
        best = _best(votes)
        draft.kind = self.mentions.kind(best.cue)
        draft.rule, draft.name = f"event-{draft.kind}", self.wording.name(best)
        draft.parts = [
            (replace(part, role="attended") if part.role == "organised" else part, sentence)
            for part, sentence in draft.parts
        ]

    def _draft(
        self, main: EventDraft, kind: EventKind, mention: Mention, parts: list[tuple[Part, Sentence]]
    ) -> EventDraft:
        return EventDraft(
            kind=kind,
            name=self.wording.name(mention),
            span=Span(mention.cue.start, mention.cue.end),
            sentence=mention.sentence.span,
            day=main.day,
            status=main.status,
            place=main.place,
            regions=main.regions,
            rule="event-second",
            score=mention.score,
            parts=parts,
        )

    def _is_occasion(self, mention: Mention) -> bool:
        """Whether a word names a debate or a count on its day, and no time of weeks."""
        concept = self.vocabulary.concept(mention.cue.concept)
        return self.mentions.kind(mention.cue) in OF_ELECTIONS and concept.flag("spokenAt")

    def _guards(self, part: Part) -> bool:
        """Whether somebody who goes by a rank, or her unit, is said to hold or lead something."""
        types = [type_ for office in part.holder.offices for type_ in office.implied]
        types += [body.type for body in _bodies(part.holder)]
        return part.role != "attended" and any(map(self.vocabulary.ranked, types))

    def _of_commission(self, part: Part) -> bool:
        """Whether somebody holds an office at an election commission, or is one."""
        return any(self.vocabulary.class_of(body.type) == _COMMISSION for body in _bodies(part.holder))


def _bodies(holder: Holder) -> Iterable[Institution]:
    """The bodies that a holder stands for, or holds an office at."""
    bodies = (holder.institution, *(office.institution for office in holder.offices))
    return [body for body in bodies if body is not None]


def _attending(part: Part) -> Part:
    return replace(part, role="attended")


def _best(mentions: Iterable[Mention]) -> Mention:
    return max(mentions, key=lambda mention: (mention.score, -mention.cue.start))
