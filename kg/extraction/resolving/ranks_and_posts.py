"""Two names with what stands in front of them → what says that one person bears both, or that two do.

In come ranks as written, the posts of names, and names as they sound.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.extraction.chunks import Holder
from kg.extraction.resolving.namings import Naming
from kg.extraction.words.vocabulary import Vocabulary

_GENERALS = 4  # ranks of generals in each service
_LONG = 4  # letters of the shortest word that a slip may have changed

Post = tuple[str, str]  # its concept, and the body that it is said with, "" for none


class Ranks:
    """Compares ranks as they are written."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def differ(self, written: str | None, known: Sequence[str]) -> bool:
        """Whether a rank is one of another service than those known of somebody: "Kapten" and "Iptu"."""
        service = self.service(written)
        services = set(filter(None, map(self.service, known)))
        return bool(service and services) and service not in services

    def agree(self, written: str | None, known: Sequence[str]) -> bool:
        """Whether a rank is one of those known of somebody: "Kol Inf" and "Kolonel"."""
        rank = self.vocabulary.rank_of(written) if written else None
        return rank is not None and any(self.vocabulary.rank_of(other) is rank for other in known)

    def service(self, written: str | None) -> str:
        """The service of a rank below a general's, whose names two of them share; "" for none."""
        rank = self.vocabulary.rank_of(written) if written else None
        branch = rank.value("branch") or "" if rank and int(rank.value("order") or 0) > _GENERALS else ""
        return "" if "/" in branch else branch.partition(" ")[0]


def posts_of(naming: Naming) -> frozenset[Post]:
    """The posts that a name stands with, each with the kind of body and what it is called."""
    holder = naming.items[naming.index]
    offices = holder.offices if isinstance(holder, Holder) else []
    return frozenset(
        (office.role, f"{office.institution.type} {office.institution.name}" if office.institution else "")
        for office in offices
        if office.rank == "head"
    )


def same_post(posts: Collection[Post], known: Collection[Post]) -> bool:
    """Whether somebody is said to head what another one heads; a body is not named each time."""
    return any(post == other and _same_body(body, at) for post, body in posts for other, at in known)


def _same_body(one: str, other: str) -> bool:
    """Whether two bodies, each its kind and its name, may be one: either may be unsaid, or only its kind be said."""
    (kind, _, name), (of, _, called) = one.partition(" "), other.partition(" ")
    return not one or not other or (kind == of and (not name or not called or name == called))


def slips(parts: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name differs from another, or a single word from one of its words, by one letter of a long word."""
    if len(parts) == 1:
        return any(_one_off(parts[0], part) for part in full)
    if len(parts) != len(full):
        return False
    other = [pair for pair in zip(parts, full, strict=True) if pair[0] != pair[1]]
    return len(other) == 1 and _one_off(*other[0])


def _one_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter that was left out, added or changed."""
    if min(len(one), len(other)) < _LONG or abs(len(one) - len(other)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[same + (len(one) >= len(other)) :] == other[same + (len(other) >= len(one)) :]
