"""Postings of a person in a post → whether he only acts in it: the word of it ("Pj", "Plt"), or None.

Of those that reach the day, or where none does those that the same articles tell, any that is acting counts: articles
leave the word out more often than they add it.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.knowledge_base import KnowledgeBase
from kg.model import Participation, Posting

_DAY = len("2024-08-30")


def acting_in(base: KnowledgeBase, part: Participation) -> str | None:
    """How somebody acted in the post in which he took part in an event: "Pj", "Plt"; None for its full holder."""
    if part.acted_as is None:
        return None
    about = base.statements_about.get(part.participant, ())
    held = [s for s in about if isinstance(s, Posting) and s.post == part.acted_as and s.person == part.participant]
    articles = {shown.article for shown in part.evidence}
    return acting_on(held, base.events[part.event].date or "", articles)


def acting_on(postings: Iterable[Posting], day: str, articles: Iterable[str] = ()) -> str | None:
    """The acting status that postings of one person in one post give on a day, or else in some articles."""
    held = [p for p in postings if p.status != "rejected" and not p.former]
    told = set(articles)
    near = [p for p in held if _reaches(p, day)] or [p for p in held if told & {e.article for e in p.evidence}]
    words = {p.acting for p in near if p.acting}
    return words.pop() if len(words) == 1 else None


def _reaches(posting: Posting, day: str) -> bool:
    first = posting.start_asserted or posting.first_seen or posting.end_asserted
    last = posting.end_asserted or posting.last_seen or posting.start_asserted
    return len(day) == _DAY and bool(first and last) and str(first) <= day <= str(last)
