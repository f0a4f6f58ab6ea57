"""A full stop in a list of those who came → whether it is stray: "Wakil Bupati. Drs. Ani, M.Si., Sekda . Ir. Budi".

It parts an office from the name behind it, or, with a blank in front, a member of the list from the next one.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

_LOOK_BACK = 80  # characters of an office
_REACH = 140  # characters of what follows
_MOST = 12  # words of it
_TITLES = 2  # words among which its title stands


class Titles(NamedTuple):
    """Words in front of names that are written with a full stop, those behind them, for posts, and between members."""

    ahead: Container[str]
    degrees: Container[str]
    posts: Container[str]
    joints: Container[str]


def in_list(text: str, left: int, stop: int, titles: Titles) -> bool:
    """Whether the full stop at `stop`, in the sentence that begins at `left`, is such a one."""
    if text[stop - 1] != " " and text[text.rfind(" ", left, stop) + 1].islower():
        return False  # most sentences end with a small letter
    words, comma = _behind(text[stop + 1 : stop + 1 + _REACH], titles.ahead)
    if not words:
        return False
    if text[stop - 1 : stop] == " " and words[0].lower() in titles.posts:
        return True
    following = text[comma + stop + 1 : comma + stop + 1 + _LOOK_BACK].split(",", 1)[0] if comma else ""
    if comma and not _goes_on(text[comma + stop + 1 : comma + stop + 1 + _LOOK_BACK], titles):
        return False  # "… dihadiri Bupati. Dr. Ani, M.Si., memimpin apel"
    titled = _degree(following, titles) or any(_is_in(word, titles.ahead) for word in words[:_TITLES])
    if not titled or any(word.lower() in titles.posts for word in words):
        return False
    if not _office(text[max(left, stop - _LOOK_BACK) : stop], titles):
        return False
    return "," in text[left:stop] or not any(word.lower() in titles.posts for word in following.split()[:1])


def _goes_on(text: str, titles: Titles) -> bool:
    """Whether a list goes on behind a name and its degrees: with a capital, or a word that joins a member."""
    pieces = (piece.strip() for piece in text.split(","))
    rest = next((piece for piece in pieces if piece and not _degree(piece, titles)), "")
    return not rest[:1].islower() or rest.split()[0] in titles.joints


def _degree(words: str, titles: Titles) -> bool:
    return words.replace(".", "").replace(" ", "").lower() in titles.degrees


def _behind(text: str, titles: Container[str]) -> tuple[list[str], int]:
    """The words of a name up to the comma or full stop behind it, none where one is small; and the place of a comma."""
    found: list[str] = []
    at = 0
    for word in text.split()[:_MOST]:
        at = text.index(word, at) + len(word)
        if word == "." and found:
            return found, 0
        bare = word.strip("(.,;)")
        if not bare or not (bare[0].isupper() or bare[0].isdigit()):
            return [], 0
        found.append(bare)
        if word[-1] in ",;":
            return found, at
        if word[-1] == "." and len(bare) > 1 and not _is_in(bare, titles):
            return found, 0
    return (found, 0) if len(text.split()) < _MOST and len(text) < _REACH else ([], 0)


def _office(text: str, titles: Titles) -> bool:
    """Whether a text ends with an office of nobody who is named: a post, and words with a capital behind it."""
    last = max(map(text.rfind, ",;:(")) + 1
    words: list[str] = []
    for word in reversed(text[last:].split()):
        if word[0].islower() and word not in titles.posts:
            break
        words.append(word)
    post = any(word.lower() in titles.posts for word in words)
    return post and not any(_is_in(word, titles.ahead) for word in words)


def _is_in(word: str, titles: Container[str]) -> bool:
    return word.rstrip(".").lower() in titles
