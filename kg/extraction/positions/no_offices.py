"""Words of a post → whether they name no office here: a contest, a thing, or a post of another country.

In come the offsets of posts in one passage; offices are read only where none of this holds.
"""

from __future__ import annotations

import re

from kg.extraction.chunks import token_in
from kg.extraction.passages.passage import Passage
from kg.extraction.positions.posts import Posts

_UNLISTED = re.compile(r"([A-Z]{3,8})\s+[A-Z][a-z]")
_REACH_OF_THING = 24  # characters in front of an office


class NoOffices:
    """Tells posts that are no offices in one passage."""

    def __init__(self, passage: Passage, posts: Posts) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.posts = posts

    def names_contest(self, at: int, end: int) -> bool:
        """Whether a post only gives a contest its name: "Kapolres Cup 2024"."""
        word = token_in(self.text, self.passage.blank(at), end)
        return word is not None and word.capital and word.text.casefold() in self.vocabulary.names_of_contests

    def of_thing(self, at: int) -> bool:
        """Whether a thing is called after the office behind it: "surat suara Gubernur X", "Piala Bupati Y"."""
        words = self.text[max(0, at - _REACH_OF_THING) : at].casefold().split()
        return any(" ".join(words[-count:]) in self.vocabulary.belongings for count in (1, 2) if words[-count:])

    def elsewhere(self, at: int, end: int) -> int | None:
        """The end of an office of another country, or of a body that no list has; None where none begins.

        "Presiden Prancis" is not the president, nor is "Presiden KSPI" in front of a name.
        """
        *_, at = self.posts.markers(at, end)
        post = self.tags.posts.get(at)
        if post is None or post.end > end:
            return None
        behind = self.passage.blank(post.end)
        implied = self.vocabulary.concept(post.concept).values.get("postAt", ())
        nation = self.tags.nations.get(behind)
        short = _UNLISTED.match(self.text, behind, end) if implied else None
        if nation is None and short is None:
            return None
        if any(self.vocabulary.concept(type_).value("namedBy") != "none" for type_ in implied):
            return None  # "Camat Cina" is in a district of that name
        if nation is not None and nation.end <= end:
            return nation.end
        listed = behind in self.passage.known or behind != post.end + 1
        return short.end(1) if short is not None and not listed else None
