"""A text and its hits → words made of listed ones: "Kabapenda" heads the Bapenda, "Dinsosdukcapil" is an agency.

In come a text and where something is known already; out come hits for the post and for the kind of body in such a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Set

from kg.lexicon.letters import lower
from kg.lexicon.listing import Listing
from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_CLASSES = frozenset({"RegionalAgency", "NationalAgency"})  # of bodies whose heads are called so
_REACH = 60  # characters behind the beginning of a word
_LEAST = 3  # letters of the only part of a word for an agency
_NONE = re.compile(r"(?!)")
_REMEMBERED = 20_000  # words of which it is kept that they are none


class Coined:
    """Knows the words that are made of those of an ontology; `named` gives the kind of body that words begin with."""

    def __init__(self, posts: Iterable[Concept], kinds: Iterable[Concept], named: Callable[[str], Hit | None]) -> None:
        glued = [(word, post.id) for post in posts for word in post.values.get("gluedTo", ())]
        coined = [(kind.id, kind.values.get("coinedOf", ())) for kind in kinds if kind.values.get("coinedWith")]
        begun = {kind.id: kind.values.get("coinedWith", ()) for kind in kinds}
        self._posts = dict(glued)
        self._named = named
        self._kinds = {id: _made_of(begun[id], parts) for id, parts in coined}
        self._agencies = frozenset(kind.id for kind in kinds if kind.value("entityClass") in _CLASSES)
        words = (label.text.strip() for kind in kinds if kind.id in self._agencies for label in kind.labels)
        self._words = Listing(map(lower, words))
        openers = sorted({*self._posts, *(word for id, _ in coined for word in begun[id])}, key=len, reverse=True)
        begins = "|".join(rf"{opener}(?<!\w{'.' * len(opener)})" for opener in openers)  # letters first, which are rare
        self._any = re.compile(rf"(?:{begins})[a-z]{{3,24}}\b") if openers else _NONE
        self._nothing: set[str] = set()  # words that are not made so

    def find(self, text: str, words: Set[str], taken: Container[int]) -> Iterator[tuple[Hit | None, Hit]]:
        """Posts, where the words of a text have one, and kinds of body."""
        words = words - self._nothing
        made = set(filter(self._may_be_made, words))
        if len(self._nothing) < _REMEMBERED:
            self._nothing |= words - made
        for match in self._any.finditer(text) if made else ():
            if match.start() in taken:
                continue
            kind = self._kind(match.group(), match.start())
            if kind is not None:
                yield None, kind
                continue
            head = next((word for word in self._posts if match.group().startswith(word)), None)
            if head is None:
                continue
            at = match.start() + len(head)
            body = self._listed(text, at, match.end()) or self._kind(text[at : match.end()].capitalize(), at)
            if body is not None:
                yield Hit(match.start(), at, self._posts[head], head), body

    def _may_be_made(self, word: str) -> bool:
        """Whether a word is made so by itself, or with the words behind it, where it begins with a post."""
        if not self._any.match(word):
            return False
        head = next((post for post in self._posts if word.startswith(post)), None)
        rest = word[len(head) :] if head is not None else ""
        listed = bool(rest) and (self._words.begins(rest) or self._kind(rest.capitalize(), 0) is not None)
        return listed or self._kind(word, 0) is not None

    def _listed(self, text: str, at: int, end: int) -> Hit | None:
        """The kind of body whose listed word fills the rest of a word, or goes on behind it: "Kakesbang Pol"."""
        if not self._words.begins(text[at:end]):
            return None
        hit = self._named(text[at].upper() + text[at + 1 : at + _REACH])
        if hit is None or at + hit.end < end or hit.concept not in self._agencies:
            return None
        return hit._replace(start=at, end=at + hit.end)

    def _kind(self, word: str, at: int) -> Hit | None:
        """The kind of agency whose word is put together from the beginnings of others: "Dinsosdukcapil"."""
        kinds = (id for id, pattern in self._kinds.items() if pattern.fullmatch(word))
        found = next(kinds, None)
        return Hit(at, at + len(word), found, word) if found is not None else None


def _made_of(begun: Iterable[str], parts: Iterable[str]) -> re.Pattern[str]:
    longest = "|".join(sorted(parts, key=len, reverse=True))
    return re.compile(rf"(?:{'|'.join(begun)})(?=[a-z]{{{_LEAST}}})(?:{longest})+")


def capital(name: str) -> str:
    """A name with the capital that its word lacks where it is glued to that for a post."""
    return name[:1].upper() + name[1:]
