"""What a graph has by the million → its blocks of Turtle: claims, co-occurrences and quotes.

The blocks are those of the facts of each, laid out by hand: values go straight to where they stand, in the order of
their predicates, and no fact is made of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.export.blocks import Blocks, Latest, Shortener
from kg.export.resource_names import Names
from kg.graph.notation import (
    A,
    Written,
    decimal,
    kg,
    oa,
    org,
    place,
    prov,
    resource,
    sem,
    text,
    truth,
    when,
    whole,
    word,
)
from kg.graph.pairs import Pair
from kg.graph.rdf_claims import ARTICLES, BETWEEN, COUNT, EVENTS, PAIR, ROLE_TYPES, SCOPE
from kg.graph.resources import Quoted, Resources
from kg.model import Evidence, Participation, Posting, Statement

_SPAN = "evidence/"  # how the ids of spans begin
_NUMBERS = 1 << 14  # numbers and rules that are kept


class FrequentBlocks(Blocks):
    """Lays out blocks of facts, and those of what comes most often without its facts."""

    def __init__(self, short: Shortener) -> None:
        super().__init__(short)
        self._whole: Latest[int] = Latest(lambda number: short.new(whole(number)), _NUMBERS)
        self._sure: Latest[float] = Latest(lambda value: short.new(decimal(value)), _NUMBERS)
        self._rules: Latest[tuple[str, ...]] = Latest(lambda rules: _texts(filter(None, rules)), _NUMBERS)
        self._named = Names(short, resource)
        self._spans = (
            _SPAN.replace("/", ":") if short.new(resource(f"{_SPAN}0")) == f"{_SPAN}0".replace("/", ":") else ""
        )
        self._articles: Names | None = None  # of the one graph that is written
        self._pair = self._form([PAIR], ARTICLES, BETWEEN, COUNT, EVENTS, SCOPE)
        self._part = self._form(
            [kg("Claim"), kg("Participation")], sem("roleType"), prov("wasGeneratedBy"), prov("wasQuotedFrom"),
            *map(kg, ("actedAs", "confidence", "event", "evidence", "note", "onBehalfOf", "participant", "rule",
                      "status")),
        )  # fmt: skip
        self._posting = self._form(
            [org("Membership"), kg("Claim")], org("member"), org("organization"), prov("wasGeneratedBy"),
            prov("wasQuotedFrom"),
            *map(kg, ("acting", "confidence", "endAsserted", "evidence", "firstSeen", "former", "lastSeen", "note",
                      "post", "rank", "rule", "startAsserted", "status")),
        )  # fmt: skip
        self._span = self._form([oa("SpecificResource")], oa("hasSelector"), oa("hasSource"))
        self._position = self._form([oa("TextPositionSelector")], oa("end"), oa("start"))
        self._quote = self._form([oa("TextQuoteSelector")], oa("exact"), oa("prefix"), oa("suffix"))

    def claim(self, known: Resources, claim: Statement) -> str:
        """The block of a posting or a participation."""
        return self._of_posting(known, claim) if isinstance(claim, Posting) else self._of_part(known, claim)

    def pair(self, known: Resources, pair: Pair) -> str:
        """The blocks of all co-occurrences of a pair."""
        form, articles, between, count, events, scope = self._pair
        between = f"{between}{self._named.several(pair.between)}{count}"
        blocks, before, told = [], None, ""
        every, first = pair.scopes[0].articles, ""  # most scopes have the articles of the first
        name, written = pair.scopes[0].id.removesuffix(pair.scopes[0].scope), ""  # of the pair in all scopes
        for one in pair.scopes:
            where = one.scope
            if one.articles != before:
                before = one.articles
                if first and before == every:
                    told = first
                else:
                    sources = f"{articles}{self._about(known).several(before)}" if before else ""
                    told = f"{form}{sources}{between}"
                    first = first or told
            met = f"{events}{self._named.several(one.events)}" if one.events else ""
            if written and one.id == name + where:
                me = written + where
            else:
                me = self._short.new(resource(one.id))
                written = me.removesuffix(where) if me.endswith(f"-{where}") else ""
            blocks.append(f"\n{me}{told}{self._whole[one.count]}{met}{scope}{word(where)} .\n")
        return "".join(blocks)

    def quote(self, known: Resources, local: str, item: Quoted) -> str:
        """The blocks of a span, its position and its words."""
        article, start, end, exact, prefix, suffix = item
        me, position, quote = map(self._spanned, (local, f"{local}-position", f"{local}-quote"))
        span, selector, source = self._span
        place, ends, starts = self._position
        words, exactly, before, behind = self._quote
        before = f"{before}{text(prefix)}" if prefix else ""
        behind = f"{behind}{text(suffix)}" if suffix else ""
        return (
            f"\n{me}{span}{selector}{position} , {quote}{source}{self._about(known)[article][:-1]} .\n"
            f"\n{position}{place}{ends}{self._whole[end]}{starts}{self._whole[start]} .\n"
            f"\n{quote}{words}{exactly}{text(exact)}{before}{behind} .\n"
        )

    def forget(self) -> None:
        """Let go of the names of what will not come again."""
        self._named.clear()
        self._articles = None

    def _spanned(self, local: str) -> str:
        """A span, its position or its words by the id, in which nothing needs an escape."""
        return f"{self._spans}{local[len(_SPAN) :]}" if self._spans else self._short.new(resource(local))

    def _of_part(self, known: Resources, part: Participation) -> str:
        named = self._named
        form, role, run, quoted, acted, sure, event, proof, note, behalf, who, rule, status = self._part
        articles, evidence = self._proofs(known, part.evidence)
        acted = f"{acted}{named[part.acted_as][:-1]}" if part.acted_as else ""
        note = f"{note}{_texts(part.notes)}" if part.notes else ""
        behalf = f"{behalf}{named[part.on_behalf_of][:-1]}" if part.on_behalf_of else ""
        rule = f"{rule}{rules}" if (rules := self._rules[part.rules]) else ""
        return (
            f"\n{self._short.new(resource(part.id))}{form}"
            f"{role}{self._short.known(known.glossary.term(ROLE_TYPES[part.role]))}{run}{self._short.known(known.run)}"
            f"{articles and quoted}{articles}{acted}{sure}{self._sure[part.confidence]}"
            f"{event}{named[part.event][:-1]}{evidence and proof}{evidence}{note}{behalf}"
            f"{who}{named[part.participant][:-1]}{rule}{status}{word(part.status)} .\n"
        )

    def _of_posting(self, known: Resources, posting: Posting) -> str:
        term, named = self._short.known, self._named
        quoted, evidence = self._proofs(known, posting.evidence)
        days = (posting.end_asserted, posting.first_seen, posting.last_seen, posting.start_asserted)
        ended, first, last, started = (day and term(when(day)) for day in days)
        return _block(
            self._short.new(resource(posting.id)),
            self._posting,
            named[posting.person][:-1],
            named[posting.institution][:-1],
            term(known.run),
            quoted,
            posting.acting and text(posting.acting),
            self._sure[posting.confidence],
            ended,
            evidence,
            first,
            term(truth(posting.former)),
            last,
            _texts(posting.notes),
            named[posting.post][:-1],
            posting.rank and text(posting.rank),
            self._rules[posting.rules],
            started,
            word(posting.status),
        )

    def _proofs(self, known: Resources, items: Sequence[Evidence]) -> tuple[str, str]:
        """The articles that a claim rests on, and its evidence."""
        articles = self._about(known)
        if len(items) == 1:
            return articles[items[0].article][:-1], self._spanned(known.keep(items[0]))
        told = articles.several([item.article for item in items])
        return told, " , ".join(map(self._spanned, sorted({*map(known.keep, items)})))

    def _about(self, known: Resources) -> Names:
        """Articles by their names."""
        if self._articles is None:
            self._articles = Names(self._short, known.article)
        return self._articles

    def _form(self, types: list[Written], *predicates: Written) -> tuple[str, ...]:
        """What stands before each value: the types, then the predicates in the order that blocks have."""
        kinds = " , ".join(map(self._short.known, sorted(types)))
        told = [self._verb(predicate) for predicate in sorted(predicates, key=place)]
        return self._verb(A, between=False) + kinds, *told


def _texts(values: Iterable[str]) -> str:
    """Texts that come again and again, each once, sorted."""
    return " , ".join(sorted({*map(word, values)}))


def _block(subject: str, form: tuple[str, ...], *values: str | None) -> str:
    """A block of a form; a predicate without value is left out."""
    told = "".join([f"{verb}{value}" for verb, value in zip(form[1:], values, strict=True) if value])
    return f"\n{subject}{form[0]}{told} .\n"
