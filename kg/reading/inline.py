"""Furniture inside a paragraph: links to other articles, player notices, and the writer's name at its end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.model import Span
from kg.reading.cues import Cues, Hit

_WORD = re.compile(r"\S+")
_OPENS = '"“‘«('
_CLOSES = (".", "!", "?", ".”", '."', ".’")
_SIGNATURE = re.compile(
    r"""(?<=[.!?”"’)\w*])\s*(?:
        [(\[]\s*(?:\*+|[A-Za-z][\w.\-&]*(?:[ ./\-*&]{1,3}[\w.\-&*]+){0,4})\s*[)\]]\s*[.*]*
      | (?<=[.!?”"’)])\s*(?:[-–—/]\s?[a-zA-Z]{2,10}|\*{1,4}[a-zA-Z]{0,10}[*.]*)
    )\s*$""",
    re.VERBOSE,
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’)*]*\s*$|[\"”’]\s*$")
_SENTENCE_END = re.compile(r"[.!?](?=\s)")
_TAIL = 400  # characters up to which a paragraph's whole rest is cut
_BRACKET = 300  # characters of a link in brackets
_LONGEST_HEADLINE = 30  # words


def cut_out(text: str, start: int, end: int, hits: Sequence[Hit], cues: Cues) -> Iterator[tuple[Span, str]]:
    """The stretch in pieces, in order, without blanks around them; the reason is "" for what stays.

    `hits` are those of the whole text.
    """
    left = start
    for hit in hits[bisect_left(hits, start, key=_start) : bisect_left(hits, end, key=_start)]:
        if hit.start < left or hit.end > end or not _stands(text, start, hit):
            continue
        begin = _begin(text, left, hit)
        stop = (
            _stop(text, hit, end, cues)
            if begin == hit.start
            else _bracket(text, hit, end, ")" if text[begin] == "(" else "]")
        )
        yield from _piece(text, left, begin, "")
        yield from _piece(text, begin, stop, hit.reason)
        left = stop
    yield from _piece(text, left, end, "")


def _start(hit: Hit) -> int:
    return hit.start


def _begin(text: str, left: int, hit: Hit) -> int:
    """Where the cut begins: at the bracket around the furniture, when there is one."""
    return hit.start - 1 if hit.start > left and text[hit.start - 1] in "([" else hit.start


def _bracket(text: str, hit: Hit, end: int, closing: str) -> int:
    """Behind the closing bracket, or else behind the words."""
    found = text.find(closing, hit.end, min(end, hit.end + _BRACKET))
    return found + 1 if found >= 0 else hit.end


def _piece(text: str, start: int, end: int, reason: str) -> Iterator[tuple[Span, str]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end), reason


def _stands(text: str, start: int, hit: Hit) -> bool:
    """Whether the words are furniture here: behind a sentence's end, and written as furniture is."""
    before = text[max(start, hit.start - 4) : hit.start].rstrip()
    opened = not before or before.endswith((*_CLOSES, "(", "[", ")", "”", '"', "]", "*"))
    words = text[hit.start : hit.end]
    if hit.way == "headline":
        following = text[hit.end : hit.end + 3].lstrip()
        return following[:1] in (":", "»", ">", "–") or (opened and following[:1].isupper())
    if hit.way == "words":
        return words.isupper() or opened
    return (opened or not words[-1].isalnum()) and (words[0].isupper() or words[0] == "©")


def _stop(text: str, hit: Hit, end: int, cues: Cues) -> int:
    if hit.way == "words":
        return _bracket(text, hit, end, "]") if text[hit.start] == "[" and text[hit.end - 1] != "]" else hit.end
    if hit.way == "tail":
        if end - hit.start <= _TAIL:
            return end
        stop = _SENTENCE_END.search(text, hit.end, min(end, hit.end + _TAIL))
        return stop.start() + 1 if stop else hit.end
    return _headline_end(text, hit.end, end, cues)


def _headline_end(text: str, start: int, end: int, cues: Cues) -> int:
    """Where a headline that runs into the next sentence ends: before the first word that begins a plain sentence.

    In a headline nearly every word has a capital, little words aside. A small word that is not one of those shows that
    a sentence has begun: with the last word in front of it that has a capital.
    """
    words = list(_WORD.finditer(text, start, min(end, start + 400)))
    for index, word in enumerate(words[:_LONGEST_HEADLINE]):
        token = word.group()
        if index and token[0] in _OPENS and token[0] != "(" and _quote_opens(token, words, index):
            return word.start()
        plain = token.strip('"“”‘’(),.:;!?')
        if index > 2 and plain[:1].islower() and plain.lower() not in cues.indonesian:
            back = index - 1
            while back > 1 and not words[back].group().lstrip(_OPENS)[:1].isupper():
                back -= 1
            return words[back].start()
        if index > 2 and index + 1 < len(words) and token.endswith((".", "?", "!")) and len(plain) > 3:
            return word.end()
    if len(words) > _LONGEST_HEADLINE:
        return words[_LONGEST_HEADLINE].start()
    return end if not words or words[-1].end() >= end - 1 else words[-1].end()


def _quote_opens(token: str, words: list[re.Match[str]], index: int) -> bool:
    """Whether a quotation that begins here is a sentence's, not a headline's ('Damai' in quotes)."""
    return index + 1 < len(words) and token[-1] not in "\"”’'" and index > 2


def signature(text: str, start: int, end: int) -> int:
    """Where the writer's mark at the end of a paragraph begins, or `end`."""
    found = _SIGNATURE.search(text, max(start, end - 60), end)
    if not found:
        return end
    before = text[max(start, found.start() - 5) : found.start()]
    if _ENDS_SENTENCE.search(before) or not before.strip():
        return found.end() - len(found.group().lstrip())
    return end
