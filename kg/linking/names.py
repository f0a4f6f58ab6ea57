"""Personal names as tokens with a part to play, and how two of them compare.

In: a name as written, without rank and degree. Out: a Name, and for two of them a NameMatch with its weight.
"""

from __future__ import annotations

import re
from typing import Any, Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from kg.linking.folding import fold_words
from kg.linking.recent import recent
from kg.linking.words import Words

NameRelation = Literal["same", "spelling", "initials", "part", "clash"]
VOWELS = frozenset("aeiou")
_DOUBLE = re.compile(r"(.)\1+")

# What a token that agrees says about identity; a person's name is the sum over its tokens.
RARE, COMMON, INITIAL, ORDER = 1.8, 0.6, 0.3, 0.4
SOUNDS, CLOSE, ABBREVIATED = 0.9, 0.7, 0.35  # how much of it remains when the token is only alike
_LONG_ENOUGH, _VERY_LONG = 5, 9
_KNOWN = 1 << 15  # names, tokens and pairs that are kept as they were read
_NOTHING: frozenset[str] = frozenset()
_ENOUGH = 2  # tokens that make a name a full one


class Name(NamedTuple):
    """A name: `core` tells persons apart, `order` is the Balinese order of birth, the rest may be left out."""

    text: str
    core: tuple[str, ...]
    sounds: tuple[str, ...]
    order: frozenset[str]
    gender: frozenset[str]
    weight: float
    full: bool  # can stand without a title: two tokens that are more than initials
    key: str  # the same for writings that differ in titles and spelling rules only


class NameMatch(NamedTuple):
    """How two names compare, and how many points it gives."""

    relation: NameRelation
    weight: float


CLASH = NameMatch("clash", 0.0)


def is_initials(token: str) -> bool:
    """Whether a token of a name stands for a longer one: a letter, or two that can't be spoken."""
    return len(token) == 1 or (len(token) == 2 and not set(token) & VOWELS)


class Names:
    """Reads and compares names with the words of an ontology, each spelling and each pair once."""

    def __init__(self, words: Words, common: frozenset[str] = frozenset()) -> None:
        self._words = words
        self.common = common
        self._heard = dict(words.spellings)
        self._written = re.compile("|".join(re.escape(written) for written, _ in words.spellings) or "(?!)")
        self.sound = recent(self._sound, _KNOWN)
        self._common = frozenset(self.sound(token) for token in words.common | common | set(words.equivalents.values()))
        self.read = recent(self._read, _KNOWN)
        self.compare = recent(self._compare, _KNOWN)

    def __reduce__(self) -> tuple[Any, ...]:
        return names_by, (self._words, self.common)

    def alike(self, words: Words, common: frozenset[str]) -> bool:
        """Whether names are read and compared by these."""
        return self.common == common and self._words == words

    def _sound(self, token: str) -> str:
        """The token as it sounds: old and new spelling, doubled letters and a silent last h are one.

        The rules are those of the ontology's scheme `spelling`.
        """
        heard = self._written.sub(lambda match: self._heard[match[0]], token) if self._heard else token
        heard = _DOUBLE.sub(r"\1", heard)
        return heard[:-1] if len(heard) > 3 and heard.endswith("h") else heard

    def _read(self, text: str) -> Name:
        tokens = _joined_initials(fold_words(text.replace("'", "").replace("’", "")).split())
        core: list[str] = []
        order: set[str] = set()
        gender: set[str] = set()
        i = 0
        while i < len(tokens):
            for length in (3, 2, 1):
                part = tuple(tokens[i : i + length])
                particle = self._words.particles.get(part)
                if particle and len(part) == length and i + length < len(tokens) and not core:
                    if particle.kind == "order":
                        order.add(part[0])
                    if particle.gender:
                        gender.add(particle.gender)
                    i += length
                    break
            else:
                token = tokens[i]
                core.append(self._words.equivalents.get(token, token) if not core or len(token) > 2 else token)
                i += 1
        weight = sum(self._weight(token) for token in core) + ORDER * len(order)
        sounds = tuple(self.sound(token) for token in core)
        full = sum(not is_initials(token) for token in core) + min(len(order), 1) >= _ENOUGH
        key = " ".join((*sorted(order), *sounds))
        return Name(text, tuple(core), sounds, _held(order), _held(gender), weight, full, key)

    def _weight(self, token: str) -> float:
        if is_initials(token):
            return INITIAL
        return COMMON if len(token) == 2 or self.sound(token) in self._common else RARE

    def _compare(self, left: Name, right: Name) -> NameMatch:
        if left.gender and right.gender and not left.gender & right.gender:
            return CLASH
        if left.order and right.order and not (left.order <= right.order or right.order <= left.order):
            return CLASH
        order = ORDER * len(left.order & right.order)
        if left.sounds == right.sounds or "".join(left.sounds) == "".join(right.sounds):
            weight = order + sum(self._weight(token) for token in left.core) * (
                1 if left.core == right.core else SOUNDS
            )
            return NameMatch("same" if left.core == right.core else "spelling", weight)
        shorter, longer = sorted((left, right), key=lambda n: (len(n.core), n.core))
        return self._align(shorter, longer, order)

    def _align(self, shorter: Name, longer: Name, weight: float) -> NameMatch:
        """Match each token of the shorter name to the best one left in the longer."""
        free = list(range(len(longer.core)))
        close = abbreviated = left_over = 0
        for token, sound in sorted(zip(shorter.core, shorter.sounds, strict=True), key=lambda t: (-len(t[0]), t)):
            best = max(((self._alike(token, sound, longer, i), -i) for i in free), default=(0.0, 0))
            if best[0] <= 0:
                left_over += 1
                if not is_initials(token):
                    return CLASH
                continue
            free.remove(-best[1])
            close += SOUNDS > best[0] > ABBREVIATED or best[0] == SOUNDS
            abbreviated += best[0] == ABBREVIATED
            weight += best[0] * self._weight(max(token, longer.core[-best[1]], key=len))
        if left_over and any(is_initials(longer.core[i]) for i in free):
            return CLASH  # different initials
        if all(map(is_initials, shorter.core)) and not shorter.order:
            return CLASH
        if free and len(shorter.core) - left_over < len(longer.core) - sum(is_initials(longer.core[i]) for i in free):
            return NameMatch("part", weight)
        return NameMatch("initials" if abbreviated else "spelling", weight)

    def _alike(self, token: str, sound: str, other: Name, i: int) -> float:
        theirs, their_sound = other.core[i], other.sounds[i]
        if token == theirs:
            return 1.0
        if is_initials(token) or is_initials(theirs):
            return ABBREVIATED if len(min(token, theirs, key=len)) == 1 and token[0] == theirs[0] else 0.0
        if sound == their_sound:
            return SOUNDS
        length = min(len(sound), len(their_sound))
        allowed = 0 if length < _LONG_ENOUGH else 1 if length < _VERY_LONG else 2
        if (
            sound[0] == their_sound[0]
            and allowed
            and Levenshtein.distance(sound, their_sound, score_cutoff=allowed) <= allowed
        ):
            return CLOSE
        return 0.0


_LATEST: list[Names] = []  # what was asked for last: every step of linking asks for the same


def names_by(words: Words, common: frozenset[str]) -> Names:
    """Names by some words, with what was read and compared so far where these are the same as the last time."""
    if not (_LATEST and _LATEST[0].alike(words, common)):
        _LATEST[:] = [Names(words, common)]
    return _LATEST[0]


def _held(tokens: set[str]) -> frozenset[str]:
    """Most are empty; each such set of its own would be a third of a name."""
    return frozenset(tokens) if tokens else _NOTHING


def _joined_initials(tokens: list[str]) -> list[str]:
    """Two single letters in front that are a title when joined: ["k", "h", …] is ["kh", …]."""
    if len(tokens) > 2 and len(tokens[0]) == 1 and tokens[1] == "h":
        return [tokens[0] + tokens[1], *tokens[2:]]
    return tokens
