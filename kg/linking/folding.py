"""One notion of "the same words" for linking: small letters, and one blank for anything that is no letter or digit."""

from __future__ import annotations

import re

_NOT_LETTERS = re.compile(r"[\W_]+")


def fold_words(text: str) -> str:
    """The text in small letters, with one space for anything that is not a letter or digit.

    >>> fold_words("Letkol Inf."), fold_words("K.H. Ma'ruf")
    ('letkol inf', 'k h ma ruf')
    """
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()
