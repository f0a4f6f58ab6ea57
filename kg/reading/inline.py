"""Furniture inside a paragraph: links to other articles, player notices, and the writer's name at its end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.model import Span
from kg.reading.cues import Cues, Hit

_WORD = re.compile(r"\S+")
_QUOTES = ("'", '"', "‘", "“")
_LEADS = ":»>–-"
_QUOTE_SIGNS = '"“‘«'
_WINDOW = 400  # characters in which a headline ends
_OPENS = '"“‘«('
_CLOSES = (".", "!", "?", ".”", '."', ".’")
_SIGNATURE = re.compile(
    r"""(?<=[.!?”"’)\w*])\s*(?:
        [*_@]{0,3}[(\[]\s*(?:\*+|[A-Za-z][\w.\-&]*(?:[ ./\-*&|:]{1,3}[\w.\-&*]+){0,4})\s*[)\]]\s*[.*]*(?:\s?\d{1,5})?
      | (?<=[.!?”"’)])\s*(?:[-–—/]\s?[a-zA-Z]{2,10}|\*{1,4}[a-zA-Z]{0,10}[*.]*)
    )\s*$""",
    re.VERBOSE,
)
_MARK = re.compile(r"[(\[]\s*[a-zA-Z][a-zA-Z.]{0,12}(?:\s?[/*-]\s?[a-zA-Z.*]{1,12}){0,3}\s*[)\]][.*]*")
_SIGNS = re.compile(r"[(\[*/–—-]")  # one of which every such mark has
_CREDIT = re.compile(r"\s*[(\[][^()\[\]\n\d]{2,60}/[^()\[\]\n\d]{1,40}[)\]][\s.]*$")
_PHOTOGRAPHER = re.compile(r"\s*[(\[]\s*[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}\s*[)\]][\s.]*$")
_CREDIT_LENGTH = 60  # characters of who took a picture
_MARK_LENGTH = 40  # characters
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
    inside = hits[bisect_left(hits, start, key=_start) : bisect_left(hits, end, key=_start)]
    for place, hit in enumerate(inside):
        if hit.start < left or hit.end > end or not _stands(text, left, hit):
            continue
        begin = _begin(text, left, hit)
        if begin < hit.start:
            stop = _bracket(text, hit, end, ")" if text[begin] == "(" else "]")
        else:
            limit = inside[place + 1].start if place + 1 < len(inside) else end
            stop = _stop(text, hit, end, limit, cues)
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


def _stands(text: str, left: int, hit: Hit) -> bool:
    """Whether the words are furniture here: behind a sentence's end, and written as furniture is."""
    before = text[max(left, hit.start - 4) : hit.start].rstrip()
    opened = not before or before.endswith((*_CLOSES, "(", "[", ")", "”", '"', "]", "*"))
    words = text[hit.start : hit.end]
    if hit.way == "credit":
        return before.endswith(("(", "[")) or (bool(before) and opened and words[0].isupper())
    if hit.way == "headline":
        following = text[hit.end : hit.end + 3].lstrip()
        if following[:1] in (":", "»", ">", "–"):
            return True
        return opened and words[0].isupper() and (following[:1].isupper() or following[:1] in _QUOTES)
    if hit.way == "words":
        return words.isupper() or opened
    return (opened or not words[-1].isalnum()) and (words[0].isupper() or words[0] == "©")


def _stop(text: str, hit: Hit, end: int, limit: int, cues: Cues) -> int:
    """Where the cut ends; `limit` is where other furniture begins."""
    if hit.way == "words":
        return _bracket(text, hit, end, "]") if text[hit.start] == "[" and text[hit.end - 1] != "]" else hit.end
    if hit.way == "credit":
        return min(end, limit) if min(end, limit) - hit.start <= _CREDIT_LENGTH else hit.end
    if hit.way == "tail":
        if end - hit.start <= _TAIL:
            return end
        stop = _SENTENCE_END.search(text, hit.end, min(end, hit.end + _TAIL))
        return stop.start() + 1 if stop else hit.end
    return _headline_end(text, hit.end, limit, cues)


def _headline_end(text: str, start: int, end: int, cues: Cues) -> int:
    """Where a headline that runs into the next sentence ends: before the first word that begins a plain sentence.

    In a headline nearly every word has a capital, little words aside. A small word that is not one of those shows that
    a sentence has begun: with the last word in front of it that has a capital. A headline that is written like a
    sentence ends at a little word with a capital, or before the names that a small word follows.
    """
    while start < end and (text[start].isspace() or text[start] in _LEADS):
        start += 1
    words = list(_WORD.finditer(text, start, min(end, start + _WINDOW)))[: _LONGEST_HEADLINE + 1]
    small = [_is_small(word.group(), cues) for word in words]
    like_a_sentence = any(small[1:4])
    for index, word in enumerate(words):
        token = word.group()
        if (index and token[0] == "[") or (index > 2 and token[0] in _QUOTE_SIGNS and _opens(token, index, words)):
            return word.start()
        if like_a_sentence and index > 3 and token[0].isupper() and token.lower() in cues.indonesian:
            return word.start()
        if small[index] and index > (3 if like_a_sentence else 2):
            begin = _capitals_before(words, index, like_a_sentence=like_a_sentence)
            if begin is not None:
                return words[begin].start()
        if index > 2 and index + 1 < len(words) and token[-1] in ".?!" and len(token) > 4:
            return word.end()
    if len(words) > _LONGEST_HEADLINE:
        return words[_LONGEST_HEADLINE].start()
    return end if not words or words[-1].end() >= end - 1 else words[-1].end()


def _capitals_before(words: Sequence[re.Match[str]], index: int, *, like_a_sentence: bool) -> int | None:
    """The word that begins the sentence of which the word at `index` is a part, or None."""
    capital = [word.group().lstrip(_OPENS)[:1].isupper() for word in words[:index]]
    if not like_a_sentence:
        return max((place for place in range(1, index) if capital[place]), default=1)
    begin = index
    while begin > 4 and capital[begin - 1] and not words[begin - 1].group().isupper():
        begin -= 1
    return begin if begin < index else None


def _is_small(token: str, cues: Cues) -> bool:
    """Whether a word is written small and is not one of the little words that headlines write so."""
    plain = token.strip('"“”‘’(),.:;!?')
    return plain[:1].islower() and plain.lower() not in cues.indonesian


def _opens(token: str, index: int, words: Sequence[re.Match[str]]) -> bool:
    """Whether a quotation that begins here is a sentence's, not a word in quotes."""
    return index + 1 < len(words) and token[-1] not in "\"”’'"


def signature(text: str, start: int, end: int) -> int:
    """Where the writer's mark at the end of a paragraph begins, or `end`."""
    at = max(start, end - 60)
    found = _SIGNATURE.search(text, at, end) if _SIGNS.search(text, at, end) else None
    if not found:
        return end
    before = text[max(start, found.start() - 5) : found.start()]
    if _ENDS_SENTENCE.search(before) or not before.strip():
        return found.end() - len(found.group().lstrip())
    return end


def credit(text: str, start: int, end: int, *, caption: bool) -> int:
    """Where the credit of a picture begins that ends a unit, or `end`: "… di TPS. (Rina Melati/Suara Desa)".

    In brackets with a stroke and without figures, behind a sentence's end; in a caption behind any word, also a name
    alone.
    """
    if text.find("(", max(start, end - 120), end) < 0 and text.find("[", max(start, end - 120), end) < 0:
        return end
    found = _CREDIT.search(text, max(start + 1, end - 120), end)
    if (
        found is not None
        and not caption
        and not _ENDS_SENTENCE.search(text, max(start, found.start() - 10), found.start())
    ):
        found = None  # what the sentence speaks of: "aparat gabungan (TNI/Polri)"
    if found is None and caption:
        found = _PHOTOGRAPHER.search(text, max(start + 1, end - 60), end)
    return found.end() - len(found.group().lstrip()) if found else end


def is_mark(text: str, piece: Span) -> bool:
    """Whether a piece is nothing but a writer's mark in brackets."""
    return piece.end - piece.start <= _MARK_LENGTH and bool(_MARK.fullmatch(text, piece.start, piece.end))
