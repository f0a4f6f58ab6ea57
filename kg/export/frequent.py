"""What a graph has by the million → its blocks of Turtle: claims, co-occurrences and quotes.

The blocks are those of the facts of each, laid out by hand: values go straight to where they stand, in the order of
their predicates, and no fact is made of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.export.blocks import Blocks, Shortener
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
from kg.graph.resources import Resources
from kg.model import Evidence, Participation, Posting, Statement


class FrequentBlocks(Blocks):
    """Lays out blocks of facts, and those of what comes most often without its facts."""

    def __init__(self, short: Shortener) -> None:
        super().__init__(short)
        self._whole = _Whole(short)
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
        start, articles, between, count, events, scope = self._pair
        between += self._resources([resource(end) for end in pair.between])
        blocks, before, told = [], None, ""
        name, written = pair.scopes[0].id.removesuffix(pair.scopes[0].scope), ""  # of the pair in all scopes
        for one in pair.scopes:
            if one.articles != before:
                before = one.articles
                told = articles + self._resources([known.article(name) for name in before]) if before else ""
            met = events + self._resources([resource(event) for event in one.events]) if one.events else ""
            if written and one.id == f"{name}{one.scope}":
                me = f"{written}{one.scope}"
            else:
                me = self._short.new(resource(one.id))
                written = me.removesuffix(one.scope) if me.endswith(f"-{one.scope}") else ""
            counted = f"{count}{self._whole[one.count]}"
            blocks.append(f"\n{me}{start}{told}{between}{counted}{met}{scope}{word(one.scope)} .\n")
        return "".join(blocks)

    def quote(self, known: Resources, local: str, item: Evidence) -> str:
        """The blocks of a span, its position and its words."""
        me, term, new = self._short.new(resource(local)), self._short.known, self._short.new
        position, quote = new(resource(f"{local}-position")), new(resource(f"{local}-quote"))
        return (
            _block(me, self._span, f"{position} , {quote}", term(known.article(item.article)))
            + _block(position, self._position, self._whole[item.end], self._whole[item.start])
            + _block(
                quote,
                self._quote,
                text(item.quote),
                item.prefix and text(item.prefix),
                item.suffix and text(item.suffix),
            )
        )

    def _of_part(self, known: Resources, part: Participation) -> str:
        term = self._short.known
        quoted, evidence = self._proofs(known, part.evidence)
        return _block(
            self._short.new(resource(part.id)),
            self._part,
            term(known.glossary.term(ROLE_TYPES[part.role])),
            term(known.run),
            quoted,
            part.acted_as and term(resource(part.acted_as)),
            term(decimal(part.confidence)),
            term(resource(part.event)),
            evidence,
            _texts(part.notes),
            part.on_behalf_of and term(resource(part.on_behalf_of)),
            term(resource(part.participant)),
            _texts([rule for rule in part.rules if rule]),
            word(part.status),
        )

    def _of_posting(self, known: Resources, posting: Posting) -> str:
        term = self._short.known
        quoted, evidence = self._proofs(known, posting.evidence)
        days = (posting.end_asserted, posting.first_seen, posting.last_seen, posting.start_asserted)
        ended, first, last, started = (day and term(when(day)) for day in days)
        return _block(
            self._short.new(resource(posting.id)),
            self._posting,
            term(resource(posting.person)),
            term(resource(posting.institution)),
            term(known.run),
            quoted,
            posting.acting and text(posting.acting),
            term(decimal(posting.confidence)),
            ended,
            evidence,
            first,
            term(truth(posting.former)),
            last,
            _texts(posting.notes),
            term(resource(posting.post)),
            posting.rank and text(posting.rank),
            _texts([rule for rule in posting.rules if rule]),
            started,
            word(posting.status),
        )

    def _proofs(self, known: Resources, items: Sequence[Evidence]) -> tuple[str, str]:
        """The articles that a claim rests on, and its evidence."""
        if len(items) == 1:
            return self._short.known(known.article(items[0].article)), self._short.new(known.proof(items[0]))
        articles = self._resources([known.article(item.article) for item in items])
        return articles, " , ".join(map(self._short.new, sorted({known.proof(item) for item in items})))

    def _resources(self, values: Sequence[Written]) -> str:
        """Values of one predicate: each once, sorted."""
        known = self._short.known
        return known(values[0]) if len(values) == 1 else " , ".join(map(known, sorted(set(values))))

    def _form(self, types: list[Written], *predicates: Written) -> tuple[str, ...]:
        """What stands before each value: the types, then the predicates in the order that blocks have."""
        told = [self._verb(predicate) for predicate in sorted(predicates, key=place)]
        return self._verb(A, between=False) + self._resources(types), *told


class _Whole(dict[int, str]):
    """Whole numbers as blocks have them: counts, and places in articles."""

    def __init__(self, short: Shortener) -> None:
        super().__init__()
        self._short = short

    def __missing__(self, number: int) -> str:
        self[number] = written = self._short.term(whole(number))
        return written


def _texts(values: Sequence[str]) -> str:
    """Texts that come again and again, each once, sorted."""
    return word(values[0]) if len(values) == 1 else " , ".join(sorted(map(word, {*values})))


def _block(subject: str, form: tuple[str, ...], *values: str | tuple[str, ...] | None) -> str:
    """A block of a form; a predicate without value is left out."""
    told = "".join([f"{verb}{value}" for verb, value in zip(form[1:], values, strict=True) if value])
    return f"\n{subject}{form[0]}{told} .\n"
