"""An institution of an article, as its mentions were resolved."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Body:
    """An institution of the article: what its mentions were resolved to."""

    key: str  # unit id, or type and canonical name
    type: str
    name: str
    region: str | None
    unit: str | None
    candidates: tuple[str, ...] = ()
    reason: str = ""
    mentions: list[tuple[int, int]] = field(default_factory=list)
    offices: set[tuple[int, int]] = field(default_factory=set)  # mentions that name a post there, not the body
    told: int = -1  # how much the article's words for it tell of its name
    guessed: bool = False  # only the place of the article says which one is meant
    collective: bool = False  # and its word alone means no one body: "Pemerintah Daerah"
