"""HTML → its visible text, line by line, in one pass: for pages that no better reader makes sense of."""

from __future__ import annotations

import html as entities
import re

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>|<!--|<[!?][^<>]*>")
_HIDDEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "textarea", "select", "button", "title", "iframe", "object")
)
_ASIDE = frozenset(("nav", "aside", "footer"))
_BLOCK = frozenset(
    (
        *("address", "article", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"),
        *("main", "nav", "ol", "option", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        *("ul", "aside"),
    )
)


def plain_text(html: str) -> str:
    """The text that a page shows, a line for each block; time grows with the length alone.

    Menus, side columns and footers that are marked as such are left out, unless nothing else is there.
    """
    return _shown(html, _ASIDE) or _shown(html, frozenset())


def _shown(html: str, aside: frozenset[str]) -> str:
    parts: list[str] = []
    lowered = html.lower()
    lowered = lowered if len(lowered) == len(html) else html  # a few letters grow when they are lowered
    unclosed: set[str] = set()
    position = depth = 0
    while match := _TAG.search(html, position):
        if not depth:
            parts.append(html[position : match.start()])
        position = match.end()
        name = (match.group("name") or "").lower()
        if match.group() == "<!--":
            stop = html.find("-->", position)
            position = stop + 3 if stop >= 0 else len(html)
        elif name in _HIDDEN and not match.group("close") and name not in unclosed:
            stop = lowered.find(f"</{name}", position)
            if stop < 0:
                unclosed.add(name)
            position = stop if stop >= 0 else (len(html) if name in ("script", "style") else position)
        elif name in aside:
            depth = max(0, depth - 1) if match.group("close") else depth + 1
        elif name in _BLOCK:
            parts.append("\n- " if name == "li" and not match.group("close") else "\n")
    if not depth:
        parts.append(html[position:])
    lines = (" ".join(entities.unescape(line).split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line and line != "-")
