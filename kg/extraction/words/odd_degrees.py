"""A text → the degrees that it writes with other capitals and full stops than the list does: "S.Stp", "M.SI", "S.Pdi".

Only those with a full stop inside are read so, since a word without one may be anything. With a blank behind the stop,
"S. Pdi", one stands behind a comma.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_SHAPE = re.compile(  # the capital first, so that all else is passed over fast
    r"[A-Z](?<=[\s,.][A-Z])[A-Za-z]{0,3}\. ?[A-Za-z]{1,5}(?:\.[A-Za-z]{1,5}){0,2}(?![^\W_])"
)


class OddDegrees:
    """Knows degrees by their letters."""

    def __init__(self, degrees: Iterable[Concept]) -> None:
        self._known: dict[str, tuple[str, str]] = {}  # letters → concept and form
        for degree in degrees:
            for form in degree.forms():
                if "." in form.text.rstrip("."):
                    self._known.setdefault(_letters(form.text), (degree.id, form.text))

    def find(self, text: str, taken: Container[int]) -> Iterator[Hit]:
        """The degrees of a text where none was read."""
        for match in _SHAPE.finditer(text):
            known = self._known.get(_letters(match[0]))
            if known is None or match.start() in taken:
                continue
            if " " not in match[0] or text[: match.start()].rstrip()[-1:] == ",":
                yield Hit(match.start(), match.end(), *known)


def _letters(written: str) -> str:
    return "".join(filter(str.isalpha, written)).casefold()
