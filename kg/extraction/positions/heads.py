"""A body in the text → the office of its head or a member, where the holder is named without a word for the post.

In come a body and the words around it ("Plh. Kejari X Ani", "Polsek X dijabat AKP Y", "pucuk pimpinan Polres X",
"Panwascam Ani Wijaya"); out comes an Office or None.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from kg.extraction.chunks import Chunk, Cue, Institution, Office, Person, kind_of
from kg.extraction.institutions.bodies import Bodies
from kg.extraction.passages.passage import Passage


class Heads:
    """Reads the heads of bodies in one passage."""

    def __init__(self, passage: Passage, bodies: Bodies) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.bodies = bodies

    def acting(self, start: int, at: int, end: int, acting: str) -> Office | None:
        """Who acts as the head of the body that is named behind the word for that: "Plh, Kejari Blora"."""
        at = self.passage.blank(at + (self.text[at : at + 1] == ","))
        body = self.bodies.at(at, end) if self.bodies.begins(at) else None
        return self._office(body, start, acting) if body is not None and not body.venue else None

    def held(self, body: Institution) -> Office | None:
        """The head of a body behind which it is said who that is: "Polsek Tunjungan dijabat AKP Ani"."""
        behind = self.passage.tags.cues.get(self.passage.blank(body.end), ())
        told = any(self.vocabulary.concept(hit.concept).flag("heldBy") for hit in behind)
        if body.venue or not (told or body.start in self._spoken_of):
            return None
        return self._office(body, body.start, None)

    def member(self, chunks: Sequence[Chunk], body: Institution, person: Person) -> Office | None:
        """The member of a body, last of some chunks, who goes by its own word in front of the name: "Panwascam Ani".

        The head does so where the word is the short one: "Kejari Blora Ani", not "dari Kejaksaan Negeri Blora Ani".
        """
        post = self.vocabulary.concept(body.type).value("memberPost")
        if post is None or body.venue or body.many or self.text[body.end : person.full_start] != " ":
            return None
        kind, concept = self.passage.tags.institutions[body.start], self.vocabulary.concept(post)
        heads = concept.value("rankOfPost") == "head"  # who is no member: the body is named for its head's post
        named = self._full_name(person.name) or (heads and not body.name and self._name(person.name))
        if not (person.rank or person.honorifics or person.degrees or named):
            return None
        words = concept.label() if heads else self.text[body.start : kind.end]
        if heads and (" " in kind.form or kind_of((None, *chunks)[-2]) == "affiliations"):
            return None
        return Office(body.start, body.end, post, words, body, generic=True, fused=True)

    def of_personnel(self, chunks: Sequence[Chunk], person: Person) -> Office | None:
        """The member of a unit who is named with a rank right behind it: "personel Polsek Lasem Bripka Ani"."""
        word, body = (None, *chunks)[-2:]
        if not (isinstance(word, Cue) and isinstance(body, Institution) and person.rank and body.name):
            return None
        post = self.vocabulary.concept(word.concept).value("memberPost")
        if post is None or not self.vocabulary.ranked(body.type) or self.text[body.end : person.full_start] != " ":
            return None
        return Office(word.start, body.end, post, self.text[word.start : word.end], body, generic=True)

    def _full_name(self, name: str) -> bool:
        """Whether more than one word is written like the name of a person, and not of a place."""
        words = name.casefold().split()
        return len(words) > 1 and any(map(self._name, words))

    def _name(self, word: str) -> bool:
        """Whether a word is one of names, and not of places."""
        word = word.casefold()
        return self.vocabulary.is_name(word) and word not in self.vocabulary.places_too

    @cached_property
    def _spoken_of(self) -> frozenset[int]:
        """The offsets behind words for the post of a body's head: "tongkat komando Polres X"."""
        hits = (hit for found in self.passage.tags.cues.values() for hit in found)
        return frozenset(self.passage.blank(hit.end) for hit in hits if hit.concept in self.vocabulary.headships)

    def _office(self, body: Institution, start: int, acting: str | None) -> Office | None:
        head = self.vocabulary.head_of(body.type) if body.name and not body.many else None
        if head is None:
            return None
        return Office(
            start, body.end, head.id, head.label(), body, implied=head.values.get("postAt", ()), acting=acting,
            rank="head", fused=True,
        )  # fmt: skip
