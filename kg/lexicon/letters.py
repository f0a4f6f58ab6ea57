"""One notion of "same letters" for the whole lexicon: forms and texts go through the same two functions.

`lower` keeps one character for each (so offsets stay right for any text); `key` is what two spellings of a name share.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘`´ʼ"


def lower(text: str) -> str:
    """Lower case, character by character: a character whose lower case is longer stays as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


@lru_cache(maxsize=200_000)
def key(name: str) -> str:
    """Letters and digits alone, without accents and case: "Pangkal-Pinang" and "pangkalpinang" are one."""
    if name.isascii():
        return "".join(filter(str.isalnum, name.lower()))
    plain = unicodedata.normalize("NFKD", lower(name))
    return "".join(char for char in plain if char.isalnum())
