"""Decisions that claims are wrong → which claims of a record they mean.

A claim is meant by its id, by the id of a person with the post, or by ARTICLE#NAME with the post or the event: then
what that article says is wrong, and the claim stands if another article makes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.ids import participation_id, post_id, posting_id
from kg.linking.decisions import Decision
from kg.linking.folding import fold_words
from kg.linking.references import in_office
from kg.records import EventRecord, ParticipationRecord, PostingRecord, Record


class WrongClaims:
    """Knows what people called wrong."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._by_id: dict[str, Decision] = {}
        self._of_person: dict[tuple[str, str], Decision] = {}  # by id and post
        self._in_article: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            if decision.decision == "wrong-claim":
                self._by_id[decision.left] = decision
                self._of_person[decision.left, fold_words(decision.right)] = decision
                article, mark, _ = decision.left.rpartition("#")
                if mark:
                    self._in_article[article].append(decision)

    def posting(self, record: Record, posting: PostingRecord) -> Decision | None:
        """The decision that a posting of a record is wrong; None where there is none."""
        if not self._by_id:
            return None
        person, post = posting["person"], post_id(posting["post"], posting["institution"])
        claim = posting_id(person, post, posting["acting"], former=bool(posting.get("former")))
        if (found := self._by_id.get(claim)) is not None:
            return found
        found = self._of_person.get((person, fold_words(posting["post"])))
        return found or self._told(record, person, posting["post"])

    def participation(self, record: Record, event: EventRecord, part: ParticipationRecord) -> Decision | None:
        """The decision that a participation in an event of a record is wrong; None where there is none."""
        if not self._by_id:
            return None
        claim = participation_id(event["id"], part["participant"], part["role"], part["on_behalf_of"])
        return self._by_id.get(claim) or self._told(record, part["participant"], event["name"] or "")

    def _told(self, record: Record, who: str, what: str) -> Decision | None:
        """The decision that a record is wrong in what it says of somebody."""
        wanted = self._in_article.get(record["article"])
        if not wanted:
            return None
        named = [(e["id"], name) for e in record["entities"] for name in (e["name"], *e["aliases"])]
        names = {fold_words(name) for one, name in (*named, *in_office(record)) if one == who}
        return next(
            (
                decision
                for decision in wanted
                if fold_words(decision.right) == fold_words(what)
                and fold_words(decision.left.rpartition("#")[2]) in names
            ),
            None,
        )
