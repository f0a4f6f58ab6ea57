"""A sentence → the stretches of it that the article does not claim: hearsay, denials, conditions, invitations.

"Beredar kabar bahwa Kapolres X hadir", "Seandainya Kapolres X hadir, warga lega": nobody was there by that, and no
event was held. Nor is what was done long ago ("pernah memimpin rapat") a part of what the article tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token, is_token, kind_of, text_of
from kg.extraction.drafts import Sentence, Stretch
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.alternation import either
from kg.lexicon.matcher import Hit

_VERBS = frozenset({"cues", "hosts", "speech", "delegation", "event", "appointed"})  # kinds of cue
_LIGHT = frozenset({"conjunctions", "fillers", "date"})  # kinds of cue that may open a sentence in front of a clause
_SAID = frozenset({"speech"})
_WORDS_BETWEEN = 2  # from a noun to the word that opens what it reports: "kabar bohong itu menyebut"
_REACH_OF_VERB = 4  # items from a noun, over whoever it is about
_ADVERBS = 3  # between an alleging word and its verb
_STOPS = ("]", ":", "!", ",", ")")
_QUOTES = frozenset('"“”')


class Unclaimed:
    """Finds such stretches by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        joints, adverbs = either(vocabulary.report_joints), either(vocabulary.verb_adverbs)
        self._joint = re.compile(rf"(?:\s+[^\W\d_]+){{0,{_WORDS_BETWEEN}}}?,?\s+(?:{joints})\b", re.IGNORECASE)
        self._adverbs = re.compile(rf"(?:\s+(?:{adverbs})\b){{0,{_ADVERBS}}}\s*", re.IGNORECASE)

    def of(self, sentence: Sentence, hits: Iterable[Hit], text: str) -> list[Stretch]:
        """The stretches of a sentence in which some words stand that may open one, in their order."""
        found: list[Stretch] = []
        for hit in hits:
            if not sentence.outside_quotes(hit.start) or any(s.start <= hit.start < s.end for s in found):
                continue
            around = _Around(self.vocabulary, sentence, hit, text)
            concept = self.vocabulary.concept(hit.concept)
            invites = concept.value("unclaims") == "purpose"
            start = around.purpose() if invites else hit.start
            end = self._end(around, text)
            if start is not None and end is not None:
                found.append(Stretch(start, end, concept.flag("longAgo"), invites))
        return found

    def retracts(self, sentence: Sentence, hits: Iterable[Hit]) -> bool:
        """Whether a sentence only says that what stands in front of it is not so: "Hoaks!", "Itu tidak benar"."""
        hits = list(hits)
        untrue = [hit for hit in hits if self.vocabulary.concept(hit.concept).flag("retracts")]
        if not untrue or sentence.headline or not sentence.outside_quotes(untrue[0].start):
            return False
        for at, item in enumerate(sentence.items):
            if is_token(item, ",") and kind_of((*sentence.items, None)[at + 1]) in _SAID:
                return True
            known = any(hit.start <= item.start < hit.end for hit in hits) or (
                isinstance(item, Token) and not item.word
            )
            if not known and text_of(item) not in self.vocabulary.retracting | self.vocabulary.demonstratives:
                return False
        return True

    def _end(self, at: _Around, text: str) -> int | None:
        """Where the stretch ends that a word opens, or None where it opens none."""
        concept = self.vocabulary.concept(at.hit.concept)
        behind = self._adverbs.match(text, at.hit.end)
        verb = at.verb(behind.end() if behind is not None else at.hit.end)
        joined = self._joint.match(text, at.hit.end, at.sentence.span.end) is not None
        match concept.value("unclaims"):
            case "clause" | "purpose":
                return at.clause()
            case "question":
                return at.clause() if at.opens() else None
            case "verb":
                if verb is not None:
                    return at.clause() if at.of_holder() else at.of_verb(verb)
                return at.opened() if concept.flag("opensReport") else None
            case "noun":
                labels = concept.flag("labels") and at.labels()
                return at.clause() if labels else at.reported(joined=joined)
            case "denial":
                return at.clause() if verb is not None else at.reported(joined=joined)
            case "condition":
                return at.condition()
            case "paper":
                return at.paper()
            case "holder":
                return next((item.end for item in at.behind[:1] if isinstance(item, Holder)), None)
        return None


class _Around:
    """What stands around one such word in its sentence."""

    def __init__(self, vocabulary: Vocabulary, sentence: Sentence, hit: Hit, text: str) -> None:
        self.vocabulary, self.sentence, self.hit, self.text = vocabulary, sentence, hit, text
        items = sentence.items
        starts = [item.start for item in items]
        self.ahead: Sequence[Item] = [item for item in items[: bisect_left(starts, hit.start)] if item.end <= hit.start]
        self.behind: Sequence[Item] = items[bisect_left(starts, hit.end) :]

    def verb(self, start: int) -> Item | None:
        """The verb that begins at an offset, or in whose words the offset is: "pernah dipimpin"."""
        known = (item for item in self.sentence.items if item.start <= start < item.end)
        return next((item for item in known if self._verbal(item) or kind_of(item) == "introductions"), None)

    def of_holder(self) -> bool:
        """Whether somebody is said to do so: "Kapolres X diduga hadir", but not "pelaku yang diduga mencuri"."""
        last = [item for item in self.ahead if not is_token(item, ",", ")", "(")][-1:]
        return any(isinstance(item, Holder) or kind_of(item) == "pronouns" for item in last)

    def clause(self, start: int = 0) -> int:
        """Where all ends that is told behind the word: where it is said who says so, or with the sentence."""
        for before, item in zip(self.behind[start:], self.behind[start + 1 :], strict=False):
            if is_token(before, ",", *_QUOTES) and kind_of(item) in _SAID:
                return before.start
            if is_token(item, ";"):
                return item.start
        return self.sentence.span.end

    def of_verb(self, verb: Item) -> int:
        """Where the clause of a verb ends: in front of a comma or of the next verb."""
        for item in self.behind:
            if item.start > verb.start and (is_token(item, ",", ";") or self._verbal(item)):
                return item.start
        return self.sentence.span.end

    def opened(self) -> int | None:
        """Where a clause ends that a word opens: with the sentence, where somebody is named in front of its comma."""
        if not self.opens():
            return None
        comma = self._comma()
        return self.clause() if self._told(comma) else comma

    def condition(self) -> int | None:
        """Where a condition ends: all that is told behind it hangs on it, if people are named in it.

        Behind a verb the word may only say what is told: "mengatakan jika".
        """
        if self.opens():
            return self.opened()
        last = self.ahead[-1]
        return None if kind_of(last) in _SAID or self._plain_verb(last) else self.clause()

    def reported(self, *, joined: bool) -> int | None:
        """Where a report ends that a word is about: "kabar bahwa", "kabar Kapolres X hadir", "kabar kehadiran"."""
        first = self.behind[0] if self.behind else None
        if joined or (isinstance(first, Holder) and self._verb_behind()):
            return self._fronted() or self.clause()
        if first is not None and text_of(first) in self.vocabulary.report_nouns:
            verbs = (item for item in self.behind[1:] if self._verbal(item) and kind_of(item) != "event")
            return next((item.start for item in verbs), self.sentence.span.end)
        return None

    def labels(self) -> bool:
        """Whether a word stands by itself in front of its sentence: "[HOAKS] Kapolres X hadir", "Hoaks! …"."""
        return self.opens() and is_token(self.behind[0] if self.behind else None, *_STOPS)

    def purpose(self) -> int | None:
        """Where the words begin that say to what somebody is invited, "untuk rapat"; or who: "Turut diundang"."""
        if self.opens():
            return self.hit.start
        ahead = self.vocabulary.prepositions | self.vocabulary.before_events
        for item, after in zip(self.behind, self.behind[1:], strict=False):
            if text_of(item) in ahead and kind_of(after) == "event":
                return item.start
            if isinstance(item, Cue) and item.kind == "clause-breaks":
                return item.start if self.vocabulary.concept(item.concept).value("kindOfBreak") == "purpose" else None
            if kind_of(item) in ("cues", "event"):
                return None
        return None

    def paper(self) -> int | None:
        """Where it ends what a paper invites to, unless somebody came: "menghadiri undangan rapat"."""
        if kind_of(self.behind[0] if self.behind else None) != "event":
            return None
        before = [text_of(item) for item in self.sentence.items if item.start < self.hit.start][-2:]
        accepted = self.vocabulary.accepted_invitations
        return None if any(text.partition(" ")[0] in accepted for text in before) else self.clause()

    def opens(self) -> bool:
        """Whether a word opens its sentence, or nothing but a conjunction stands in front."""
        return all(kind_of(i) in _LIGHT or (isinstance(i, Token) and not i.word) for i in self.ahead)

    def _comma(self) -> int:
        """Where the first comma behind the word is that ends no name of a holder."""
        for at, item in enumerate(self.behind[1:], 1):
            if is_token(item, ",") and not isinstance(self.behind[at - 1], Holder):
                return item.start
        return self.sentence.span.end

    def _told(self, end: int) -> bool:
        """Whether somebody is named, or has a role, in front of an offset."""
        inside = [item for item in self.behind if item.start < end]
        return any(isinstance(item, Holder) or kind_of(item) in ("cues", "pronouns") for item in inside)

    def _fronted(self) -> int | None:
        """Where a report ends that a phrase in front of its sentence is about: "Menanggapi kabar bahwa …, Kapolres"."""
        start = self.sentence.items[0].start
        opening = self.text[start : self.hit.end].split(maxsplit=1)[0].casefold()
        denial = not self.ahead and self.vocabulary.concept(self.hit.concept).value("unclaims") == "denial"
        if opening not in self.vocabulary.adjuncts and not denial:
            return None
        verb = False
        for before, comma, after in zip(self.behind, self.behind[1:], self.behind[2:], strict=False):
            verb = verb or self._verbal(before)
            if is_token(comma, ",") and isinstance(after, Holder) and (verb or not isinstance(before, Holder)):
                return comma.start
        return None

    def _verb_behind(self) -> bool:
        """Whether a verb follows whoever stands behind the word."""
        for item in self.behind[1:_REACH_OF_VERB]:
            if isinstance(item, Holder) or self._verbal(item):
                return self._verbal(item)
        return False

    def _verbal(self, item: Item) -> bool:
        return kind_of(item) in _VERBS if isinstance(item, Cue) else self._plain_verb(item)

    def _plain_verb(self, item: Item) -> bool:
        """Whether an item is a verb of no role: "membawa", "dibahas"."""
        if not isinstance(item, Token) or not item.word or item.capital:
            return False
        return self.vocabulary.active_verb(item.text) or self.vocabulary.passive(item.text)
