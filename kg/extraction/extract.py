"""Document → Record: the one way in to extraction, in the order of its steps."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.chunking.many import Many
from kg.extraction.chunking.parser import Parser
from kg.extraction.chunks import Cue, Holder, Institution
from kg.extraction.claims.assembly import Assembly
from kg.extraction.claims.confidence import Confidence, load_confidence
from kg.extraction.claims.findings import Findings
from kg.extraction.drafts import EventDraft, Mention, Sentence, Stretch
from kg.extraction.happenings.event_mentions import Mentions
from kg.extraction.happenings.events import Events
from kg.extraction.holding.acting_regions import acting_regions
from kg.extraction.holding.chains import units_behind_holders
from kg.extraction.holding.deputies_of_named import with_deputies
from kg.extraction.holding.holders import holders_of
from kg.extraction.holding.successions import unmark_held
from kg.extraction.parts import Part
from kg.extraction.passages.calendar import Calendar
from kg.extraction.resolving.across import Across
from kg.extraction.resolving.coreference import People
from kg.extraction.resolving.guesses import withdraw
from kg.extraction.resolving.kinds_of_body import KindsOfBody
from kg.extraction.resolving.nationwide import raise_to_nation
from kg.extraction.resolving.office_bodies import OfficeBodies
from kg.extraction.resolving.renaming import rename
from kg.extraction.resolving.resolution import Resolver
from kg.extraction.resolving.rival_heads import drop_rival_heads
from kg.extraction.resolving.unfit_ranks import drop_unfit
from kg.extraction.taking_part.authors import silence_authors
from kg.extraction.taking_part.long_ago import LongAgo
from kg.extraction.taking_part.participation import Roles
from kg.extraction.taking_part.unclaimed import Unclaimed
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.compile import Lexicon
from kg.lexicon.matcher import Hit
from kg.model import Block, Document, Span
from kg.records import Record

_QUOTED = re.compile(  # any sign that opens a quote first, so that what is none is passed over fast
    r"[“\"‘](?:(?<!‘)[^“”\"\n]*[”\"]|(?<=‘)‘[^’]{12,2000}’’|(?<!‘)[^“”\"\n]{40,}$)", re.MULTILINE
)
_COMMA = re.compile(", ")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) ?$")
_STOP = re.compile(r"\.(?=\s+[A-Z])")
_REACH = 24  # characters of a word
_CLOSING = '”"’'
_ANOTHER = ("body", "title")  # kinds of block between which an article ends and another begins
_SAID = 14  # characters of a quote that is more than a word or two
_SAYS = ("pronouns", "speech")  # kinds of cue in the words about who is quoted


class Extractor:
    """Reads documents with one lexicon; holds no state between them."""

    def __init__(self, lexicon: Lexicon, confidence: Confidence | None = None) -> None:
        self.vocabulary = Vocabulary(lexicon)
        self.calendar = Calendar(lexicon.ontology)
        self.confidence = confidence or load_confidence(lexicon.ontology.root)
        self.roles = Roles(self.vocabulary)
        self.kinds = KindsOfBody(self.vocabulary)
        self.unclaimed = Unclaimed(self.vocabulary)
        self.across = Across(self.vocabulary)

    def extract(self, document: Document) -> Record:
        """What one document says, with the offsets of its text."""
        parser = Parser(self.vocabulary, self.calendar, document.text, document.published)
        sentences = list(self._sentences(document, parser))
        self.across.read([sentence.items for sentence in sentences], document.text)
        people = People(self.vocabulary, document.text)
        people.admit(
            [sentence.items for sentence in sentences if not sentence.headline],
            [sentence.items for sentence in sentences if sentence.headline],
        )
        rename((sentence.holders for sentence in sentences), people, document.text)
        before: Sentence | None = None
        spoken: Sentence | None = None  # the last with a person that is not all in quotes
        starts = _starts(document)
        enumeration, ago = self.roles.enumeration(), LongAgo(self.vocabulary, document, parser.passage.year)
        for sentence in sentences:
            if sentence.span.start in starts:
                before = spoken = None
            quoted = before is not None and not before.headline and before.whole_quote
            known = spoken if quoted and not sentence.kinds.isdisjoint(_SAYS) else before
            found = self.roles.parts(sentence.items, known.items if known else ())
            parts = enumeration.parts(sentence.items, found)
            hits = _within(sentence, parser.tags.unclaimed)
            sentence.unclaimed = ago.of(sentence, hits, before) + self.unclaimed.of(sentence, hits, document.text)
            sentence.parts += [part for part in parts if _claimed(sentence, part)] if sentence.unclaimed else parts
            if hits and before is not None and self.unclaimed.retracts(sentence, hits):
                before.unclaimed, before.parts = [Stretch(before.span.start, before.span.end)], []
            before = sentence
            if not sentence.whole_quote and any(map(_held, sentence.holders)):
                spoken = sentence
        resolver = self._resolve(document, sentences)
        silence_authors(sentences, self.vocabulary)
        dateline = None
        if document.dateline is not None:
            dates = self.calendar.find(document.text, document.dateline.start, document.dateline.end)
            dateline = next((date for date in dates if date.day), None)
        events: list[EventDraft] = []
        headline = self._headline_apart(document)
        for told in _by_article(sentences, starts):
            finder = Events(self.vocabulary, self.calendar, document, resolver.region_of, headline)
            events += finder.of(told, None if events else dateline)
            headline = ()
        withdraw(resolver, sentences, events)
        findings = Findings(document, sentences, resolver, people, events)
        return Assembly(self.vocabulary, self.confidence, findings).record()

    def _headline_apart(self, document: Document) -> Sequence[Mention]:
        """The events that the headline names, where it came apart from the text: their offsets are its own."""
        title = document.title
        if not title or any(block.kind == "title" for block in document.blocks):
            return ()
        span = Span(0, len(title))
        alone = replace(document, text=title, blocks=(Block(span, "title", (span,)),), dateline=None)
        parser = Parser(self.vocabulary, self.calendar, title, document.published)
        mentions, found = Mentions(self.vocabulary, title), list[Mention]()
        for sentence in self._sentences(alone, parser):
            sentence.parts += self.roles.parts(sentence.items, ())
            found += mentions.of(sentence, sentence.dates)
        return found

    def _sentences(self, document: Document, parser: Parser) -> Iterator[Sentence]:
        """The sentences of the blocks as items; those of a headline are numbered -1."""
        order, starts = 0, _starts(document)
        many = Many(self.vocabulary, document.text)
        for block in document.blocks:
            parser.bodies.foresee(block.span.start, block.span.end)
        for paragraph, block in enumerate(document.blocks):
            found = _QUOTED.finditer(document.text, block.span.start, block.span.end)
            quoted = [self._said(parser, *match.span()) for match in found if match.end() - match.start() >= _SAID]
            ends = [end for _, end in quoted]
            order = 0 if block.span.start in starts else order
            for span in block.sentences:
                if block.kind == "dateline":
                    continue
                headline = block.kind == "title"
                chunks = parser.chunks(span.start, span.end, headline=headline)
                chunks = acting_regions(chunks, document.text, self.vocabulary)
                chunks = with_deputies(units_behind_holders(chunks, self.vocabulary), self.vocabulary)
                items = holders_of(chunks, many, self.vocabulary)
                here = quoted[bisect_right(ends, span.start) : bisect_left(quoted, (span.end,))]
                place = -1 if headline else max(order, int(block.kind == "caption"))  # a caption is no first sentence
                sentence = Sentence(span, paragraph, place, items, [], [], here)
                if "date" in sentence.kinds:
                    sentence.dates = [parser.dates[c.start] for c in chunks if isinstance(c, Cue) and c.kind == "date"]
                yield sentence
                order += block.kind == "body"

    def _said(self, parser: Parser, start: int, end: int) -> tuple[int, int]:
        """A quote; one that is never closed ends where it is said who speaks: "“Kami siap, ujar Kapolres".

        Right behind a word it is a title, which ends with its sentence: "Debat bertema “Kota Sehat. Debat itu …".
        """
        text = parser.text
        if text[end - 1] in _CLOSING:
            return start, end
        for comma in _COMMA.finditer(text, start, end):
            hits = parser.tags.cues.get(comma.end(), ())
            if self._tells_who(hits):
                return start, comma.end()
        word = _WORD_BEFORE.search(text[max(0, start - _REACH) : start])
        title = word is not None and word[1].islower() and word[1] not in self.vocabulary.words_said
        says = word is not None and self._tells_who(parser.tags.cues.get(start - len(word.group()), ()))
        stop = _STOP.search(text, start, end) if title and not says else None
        return start, stop.start() if stop else end

    def _tells_who(self, hits: Iterable[Hit]) -> bool:
        """Whether one of some cues is a verb of speech."""
        return any(self.vocabulary.scheme(hit.concept) == "speech" for hit in hits)

    def _resolve(self, document: Document, sentences: list[Sentence]) -> Resolver:
        """Resolve every institution: those with a name first, since bare ones mean one of them."""
        resolver = Resolver(self.kinds, document.text, document.published)
        holders = [holder for sentence in sentences for holder in sentence.holders]
        for sentence in sentences:
            raise_to_nation(sentence.holders, self.vocabulary)
        unmark_held(holders)
        bodies = [body for holder in holders for body in _institutions(holder)]
        places = [place for sentence in sentences for place in sentence.places]
        leads = [document.quote(document.dateline)] if document.dateline else []
        resolver.settle(bodies, places, _words(leads))
        offices = OfficeBodies(resolver)
        for named in (True, False):
            for sentence in sentences:
                resolver.home = None
                for holder in sentence.holders:
                    for office in holder.offices:
                        if (office.institution is not None and _tells(office.institution)) is named:
                            office.entity = offices.of(office, _beside(holder), holder=_who(holder))
                        if office.party is not None and named:
                            resolver.resolve(office.party)
                    body = holder.institution
                    if body is not None and _tells(body) is named:
                        resolver.resolve(body)
                    resolver.home = offices.home_of(holder) or resolver.home
        drop_rival_heads(holders)
        drop_unfit(holders, resolver.bodies, self.vocabulary, document.text)
        return resolver


def _starts(document: Document) -> list[int]:
    """The offsets at which articles begin: a page may show several, each behind a headline."""
    found = (after.span.start for before, after in pairwise(document.blocks) if (before.kind, after.kind) == _ANOTHER)
    return [0, *found]


def _by_article(sentences: list[Sentence], starts: Sequence[int]) -> Iterator[list[Sentence]]:
    """The sentences of a page by its articles."""
    firsts = [bisect_left(sentences, start, key=lambda sentence: sentence.span.start) for start in starts]
    for first, last in pairwise((*firsts, len(sentences))):
        yield sentences[first:last]


def _within(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """Those of some hits, which stand in their order, that are in a sentence."""
    return hits[bisect_left(hits, (sentence.span.start,)) : bisect_left(hits, (sentence.span.end,))] if hits else []


def _claimed(sentence: Sentence, part: Part) -> bool:
    """Whether a sentence claims a part: its words and who has it; a sentence that only tells claims none beside."""
    return part.cue.kind != "narrated" and sentence.claims(part.cue.start) and sentence.claims(part.holder.start)


def _beside(holder: Holder) -> str | None:
    """The body that a holder stands in for, or the body of the office-holder."""
    chief = holder.for_office
    if chief is None:
        return None
    if chief.institution is not None and chief.person is None:
        return chief.institution.entity
    return next((office.entity for office in chief.offices if office.entity), None)


def _tells(body: Institution) -> bool:
    """Whether a mention tells by itself which body is meant: by its name, or since there is one of its kind."""
    return (bool(body.name) and not body.borrowed) or body.fixed


def _who(holder: Holder) -> str | None:
    """The key of the person of the article who is named in a holder."""
    return holder.person.entity if holder.person is not None else None


def _held(holder: Holder) -> bool:
    return _who(holder) is not None


def _institutions(holder: Holder) -> list[Institution]:
    bodies = [body for office in holder.offices for body in (office.institution, office.party)]
    named = [body for body in bodies if body is not None]
    return [*named, holder.institution] if holder.institution is not None else named


def _words(leads: list[str]) -> list[str]:
    """The capitalised pieces of a dateline: "PANGKALPINANG,PERKARANEWS" gives two."""
    return [piece.strip() for lead in leads for piece in re.split(r"[^\w\s.'-]+", lead) if piece.strip()]
