"""KnowledgeBase → its offices, and the one that is meant by some words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import QueryError
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.meant import meant

_SHOWN = 15  # offices in a hint


@dataclass(frozen=True, slots=True)
class Office:
    """An office at an institution, whatever the wording: `posts` are its ids in the graph."""

    label: str
    institution: str
    posts: tuple[str, ...]


def offices(base: KnowledgeBase) -> tuple[Office, ...]:
    """Every office of the graph: posts of one role at one institution are one, whatever their wording."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for post in base.posts.values():
        found[post.institution, post.role or _fold_case(post.label)].append(post.id)
    held = defaultdict(int, dict.fromkeys(base.posts, 0))
    for posting in base.postings.values():
        held[posting.post] += len(posting.evidence)
    made = []
    for (institution, _), posts in sorted(found.items()):
        best = min(posts, key=lambda p: (-held[p], -len(base.posts[p].label), base.posts[p].label))
        made.append(Office(base.posts[best].label, institution, tuple(sorted(posts))))
    return tuple(made)


def find_office(base: KnowledgeBase, text: str) -> Office:
    """The office that is meant by an id, a wording, or words of its label and institution.

    Raises QueryError when none is meant or more than one; its hint lists them.
    """
    every, wanted = offices(base), _fold_case(text)
    words = set(wanted.split())

    def wordings(office: Office) -> set[str]:
        posts = [base.posts[post] for post in office.posts]
        return {_fold_case(wording) for post in posts for wording in (post.label, *post.aliases)}

    def has_words(office: Office) -> bool:
        institution = base.entities[office.institution]
        names = " ".join((*wordings(office), _fold_case(institution.name), *map(_fold_case, institution.aliases)))
        return bool(words) and words <= set(names.split())

    for found in (
        [o for o in every if text.strip() in o.posts or wanted in wordings(o)],
        [o for o in every if has_words(o) and any(w.split()[0] == wanted.split()[0] for w in wordings(o) if w)],
        [o for o in every if has_words(o)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            listed = "".join(f"\n  {o.posts[0]}  {o.label}, {base.entities[o.institution].name}" for o in found[:8])
            more = f"\n  and {len(found) - 8} more" if len(found) > 8 else ""
            raise QueryError(f"{text!r} could be {len(found)} offices", hint=f"give the id of one:{listed}{more}")
    post, units = meant(text)
    same = [o for o in every if post in _roles(base, o) and base.entities[o.institution].unit in units]
    if len(same) == 1:
        return same[0]
    raise QueryError(f"no office is named {text!r}", hint=_near(every, words))


def _roles(base: KnowledgeBase, office: Office) -> set[str]:
    return {role for post in office.posts if (role := base.posts[post].role)}


def _near(every: Sequence[Office], words: set[str]) -> str:
    """A hint with the offices that share most words with what was asked for."""
    shared = {o.posts[0]: len(words & set(_fold_case(o.label).split())) for o in every}
    best = max(shared.values(), default=0)
    near = sorted({o.label for o in every if best and shared[o.posts[0]] == best})
    if not near:
        return "give it as articles call it, as in: kg export nodes output/"
    return f"the graph has {'; '.join(near[:_SHOWN])}" + (
        f"; and {len(near) - _SHOWN} more" if len(near) > _SHOWN else ""
    )


def _fold_case(text: str) -> str:
    return " ".join(text.casefold().split())
