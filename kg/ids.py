"""Stable names: the same parts always give the same identifier, on every machine, in every run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_NOT_SLUG = re.compile(r"[^a-z0-9.]+")

_LONG = 60  # signs of a slug


@lru_cache(maxsize=1 << 14)
def slug(text: str, *, limit: int = _LONG) -> str:
    """Readable ASCII for an IRI: lower case, digits, dots and hyphens; empty when nothing of the text is left.

    >>> slug("Polres Toli-Toli"), slug("Kodim 1610/Klungkung"), slug("«»")
    ('polres-toli-toli', 'kodim-1610-klungkung', '')
    """
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", ascii_only).strip("-.")[:limit].rstrip("-.")


def digest(*parts: str, length: int = 16) -> str:
    """A hexadecimal hash of the parts, each written with its length so that no two lists of parts blur.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    payload = "".join([f"{len(part)}:{part}" for part in parts])
    return digest_of(payload.encode("utf-8", "surrogatepass"), length=length)


def part_of(text: str) -> bytes:
    """A part as `digest` hashes it, for one that comes again and again."""
    return f"{len(text)}:{text}".encode("utf-8", "surrogatepass")


def digest_of(parts: bytes, *, length: int = 16) -> str:
    """`digest` of parts that are put together already.

    >>> digest_of(part_of("ab") + part_of("c")) == digest("ab", "c")
    True
    """
    return hashlib.sha256(parts, usedforsecurity=False).digest()[: (length + 1) // 2].hex()[:length]


def mint(kind: str, *parts: str, label: str = "") -> str:
    """A local identifier such as `event/2024-08-30-rapat-1a2b3c4d`: kind, readable label, hash of the parts."""
    name = slug(label) if label else ""
    return f"{kind}/{name}-{digest(*parts, length=8)}" if name else f"{kind}/{digest(*parts)}"


def article_id(article: str) -> str:
    """The node of an article, by the id that it came with.

    >>> article_id("c01") == mint("article", "c01", label="c01")
    True
    """
    if article.isascii() and article.isalnum() and article.islower() and len(article) <= _LONG:  # is its own slug
        return f"article/{article}-{digest(article, length=8)}"
    return mint("article", article, label=article)


def claim_id(*parts: str) -> str:
    """`claim/<hash>` of what is claimed, the same wherever it is said."""
    return f"claim/{digest(*parts)}"


@lru_cache(maxsize=1 << 14)
def post_id(label: str, institution: str) -> str:
    """`post/<label>-<hash>`: an office is one per institution and wording of its canonical label."""
    return mint("post", label, institution, label=label)


def posting_id(person: str, post: str, acting: str | None, *, former: bool) -> str:
    """The claim that a person holds, or held, a post."""
    return claim_id("posting", person, post, acting or "", str(former))


def participation_id(event: str, participant: str, role: str, on_behalf_of: str | None) -> str:
    """The claim that somebody took part in an event."""
    return claim_id("participation", event, participant, role, on_behalf_of or "")
