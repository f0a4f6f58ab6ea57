"""Words with capitals behind a post → the unlisted body of which a bracket gives the initials: "Peduli Sungai (PS)".

In comes the offset of the first word; out comes the body with its name, or None where the letters are not its initials.
"""

from __future__ import annotations

import re

from kg.extraction.chunks import Institution, token_in
from kg.extraction.passages.passage import Passage

_NAMED = re.compile(r"((?:[^\W\d_]+|&)(?: (?:[^\W\d_]+|&)){1,7}) ?\(([A-Z]{3,8})\)")


def named_by_initials(passage: Passage, at: int, end: int) -> Institution | None:
    """The body whose name begins at an offset, where the letters in brackets behind it begin its words."""
    vocabulary, tags = passage.vocabulary, passage.tags
    start = passage.blank(at)
    match = _NAMED.match(passage.text, start, end)
    if match is None or vocabulary.association is None or match.start(2) in tags.institutions:
        return None
    words, offset = [], start
    while (word := token_in(passage.text, passage.blank(offset), match.end(1))) is not None:
        if word.start in tags.institutions or word.start in tags.posts or word.start in tags.titles:
            return None
        words.append(word.text)
        offset = word.end
    initials = "".join(word[0] for word in words if word not in vocabulary.joints_of_names)
    joined = all(word[0].isupper() or word in vocabulary.joints_of_names for word in words)
    if not joined or match[2] not in (initials, "".join(word[0].upper() for word in words)):
        return None
    body = Institution(
        start, match.end(), vocabulary.association, match[1], open=True, whole=True, written=match[1]
    )  # fmt: skip
    passage.acronyms.setdefault(match[2], body)
    return body
