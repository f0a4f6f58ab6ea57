"""Text → its units: lines, or several lines that an editor wrapped, as spans without the blanks around them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from kg.reading.dateline import dateline_end

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_STRIP = " \t\u00a0\u3000" + _INVISIBLE
_CLOSED = re.compile(  # but for a title of a member of a list: "Ketua X, Ir."
    r"(?:[!?:;…]|(?<!, [A-Z])(?<!, [A-Z][a-z])(?<!, [A-Z][a-z]{2})\.)[\"”’)\]]*$"
)
_ITEM = re.compile(r"(?:\(?\d{1,3}[.)]|[-*•·●▪○►✓»>#]|\(?[a-zA-Z][.)])\s")
_SMALL = re.compile(r"[a-z]{3,}(?:, |(?: [a-z]+)* [a-z]{2,}\b)")  # a sentence that goes on, and no address nor dateline
_WORD_BEGINS = re.compile(r"[a-z]{3,} ")
_LITTLE = re.compile(r"\s[a-z]{2,4}$")  # a word at the end of a line that another is to follow: "di", "dan", "yang"
_WORD = re.compile(r"\S+")
_WRAP_MIN, _WRAP_MAX = 55, 130
_NARROW, _MANY = 32, 8  # columns, lines
_RAGGED, _CUTS = 20, 4  # columns, lines
_FULL, _CUTS_OF_RUN = 45, 2  # columns, lines: of one paragraph that was wrapped


class Unit(NamedTuple):
    """A stretch of text to judge as one, and whether a blank line stands before it. A tuple: a page has many."""

    start: int
    end: int
    text: str
    after_blank: bool


def units(text: str) -> list[Unit]:
    """The units of a text in order; lines that are only blanks or invisible signs belong to none."""
    lines: list[tuple[int, int, bool]] = []
    last_end = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        left = len(raw) - len(raw.lstrip(_STRIP))
        right = len(raw.rstrip(_STRIP))
        if left < right and not raw.isspace():
            start, end = match.start() + left, match.start() + right
            while text[start].isspace():
                start += 1
            while text[end - 1].isspace():
                end -= 1
            gap = text[last_end:start]
            breaks = gap.count("\n") or gap.count("\r")
            lines.append((start, end, breaks > 1))
            last_end = end
    found = _joined(text, lines)
    if all(unit.after_blank for unit in found[1:]):  # it tells nothing where it stands everywhere
        found = _joined(text, [(unit.start, unit.end, False) for unit in found])
    return found


def _joined(text: str, lines: list[tuple[int, int, bool]]) -> list[Unit]:
    """Lines that one paragraph was wrapped into become one unit again."""
    width = _wrap_width(text, lines)
    ragged = not width and _ragged(text, lines)
    local = set() if width or ragged else _wrapped_runs(text, lines)
    found: list[Unit] = []
    index = 0
    while index < len(lines):
        start, end, after_blank = lines[index]
        in_list = False  # whether a comma at the end of a line joined two
        while index + 1 < len(lines) and (
            (width and _continues(text, lines[index], lines[index + 1], width))
            or (ragged and _runs_on(text, lines[index], lines[index + 1]))
            or ((width or ragged) and index and _first_word(text, *lines[index - 1 : index + 2]))
            or index in local
            or _listed(text, (start, end, after_blank), lines[index + 1])
            or (in_list and _list_cut(text, lines[index], lines[index + 1]))
            or ((width or ragged) and in_list and _member_cut(text, *lines[index - 1 : index + 2]))
            or (found and _broken(text, found[-1], (start, end), lines[index + 1]))
        ):
            in_list = in_list or text[end - 1] == ","
            index += 1
            end = lines[index][1]
        found.append(Unit(start, end, text[start:end], after_blank))
        index += 1
    return found


def _wrap_width(text: str, lines: list[tuple[int, int, bool]]) -> int:
    """The column at which the text was wrapped, or 0: many lines about as long, cut inside sentences.

    Most full lines are cut before a small letter; or the next word would not have fitted into nearly all of them.
    A narrow column, where lists and menus are as wide, wants many lines, nearly all of them full.
    """
    if len(lines) < 4:
        return 0
    lengths = sorted(length for start, end, _ in lines if (length := end - start) <= _WRAP_MAX)
    if len(lengths) < max(4, len(lines) * 0.85):
        return 0
    width = lengths[int(len(lengths) * 0.95) - 1] if len(lengths) > 20 else lengths[-1]
    if width < _NARROW:
        return 0
    full = cut = open_ends = filled = 0
    for (start, end, _), (after, _, blank) in pairwise(lines):
        if end - start >= width * 0.75 and not blank:
            full += 1
            if not _CLOSED.search(text, max(start, end - 6), end):
                open_ends += 1
                cut += text[after].islower()
                filled += end - start + 1 + _word_length(text, after) > width
    nearly_all = filled >= open_ends * 0.9
    if full < 3 or (cut < 2 and (open_ends < 4 or not nearly_all)):
        return 0
    if width < _WRAP_MIN and (full < _MANY or not nearly_all):
        return 0
    return width if cut >= full * 0.4 or filled >= open_ends * 0.8 else 0


def _ragged(text: str, lines: list[tuple[int, int, bool]]) -> bool:
    """Whether lines of any length are cut inside sentences: many that nothing closes have a small letter behind."""
    open_ends = cut = 0
    for line, (after, _, blank) in pairwise(lines):
        start, end, _ = line
        is_cut = _cut(text, line, after)
        if not blank and (is_cut or (end - start >= _RAGGED and not _CLOSED.search(text, max(start, end - 6), end))):
            open_ends += 1
            cut += is_cut
    return cut >= _CUTS and cut >= open_ends * 0.35


def _wrapped_runs(text: str, lines: list[tuple[int, int, bool]]) -> set[int]:
    """The numbers of the lines that go on in the next, where one paragraph of a text was wrapped, and others not."""
    found: set[int] = set()
    run: list[int] = []
    cuts = 0
    for number, (line, following) in enumerate(pairwise(lines)):
        start, end, _ = line
        after, _, blank = following
        open_end = (
            not blank and _FULL <= end - start <= _WRAP_MAX and not _CLOSED.search(text, max(start, end - 6), end)
        )
        goes_on = open_end and not _ITEM.match(text, after)
        if goes_on:
            run.append(number)
            cuts += _cut(text, line, after)
        if not goes_on or number == len(lines) - 2:
            found.update(run if cuts >= _CUTS_OF_RUN and cuts >= len(run) * 0.35 else ())
            run, cuts = [], 0
    return found


def _listed(text: str, line: tuple[int, int, bool], following: tuple[int, int, bool]) -> bool:
    """Whether a line ends with a comma and so goes on in the next, as lists of people with a line each do.

    A short one does where what follows begins small: "Hadir dalam acara itu," and "mewakili Kapolres Blora …".
    """
    start, end, _ = line
    after, _, blank = following
    if text[end - 1] != "," or blank or _ITEM.match(text, after):
        return False
    return end - start >= _WRAP_MIN or (end - start >= _RAGGED and _WORD_BEGINS.match(text, after) is not None)


def _list_cut(text: str, line: tuple[int, int, bool], following: tuple[int, int, bool]) -> bool:
    """Whether a line of a list goes on in the next, each with more than one member: "X, Kades\nAni, Y"."""
    start, end, _ = line
    after, stop, blank = following
    if blank or _ITEM.match(text, after) or not text[end - 1].isalpha():
        return False
    return "," in text[start:end] and "," in text[after : min(stop, after + _FULL)]


def _member_cut(
    text: str, before: tuple[int, int, bool], line: tuple[int, int, bool], following: tuple[int, int, bool]
) -> bool:
    """Whether a short line of a wrapped list, behind a comma, goes on in the next: "Ketua PN", "Blora Ani, SH"."""
    after, _, blank = following
    return text[before[1] - 1] == "," and not blank and text[line[1] - 1].isalpha() and not _ITEM.match(text, after)


def _broken(text: str, before: Unit, line: tuple[int, int], following: tuple[int, int, bool]) -> bool:
    """Whether a sentence of the body was cut in two, even by a blank line: "Kapolsek X AKP Y" and "mengatakan, …".

    The paragraph before is closed, nothing closes the line, and what follows begins small and is closed.
    """
    start, end = line
    after, stop, blank = following
    if not text[start].isupper() or not text[end - 1].isalpha():
        return False
    if not _SMALL.match(text, after, stop) and (blank or not _WORD_BEGINS.match(text, after, stop)):
        return False
    return _closed(text, before.start, before.end) and _closed(text, after, stop) and stop - after >= _RAGGED


def _closed(text: str, start: int, end: int) -> bool:
    """Whether the sign that ends a sentence closes a stretch."""
    return _CLOSED.search(text, max(start, end - 6), end) is not None and text[end - 1] != ":"


def _runs_on(text: str, line: tuple[int, int, bool], following: tuple[int, int, bool]) -> bool:
    """Whether a line of a ragged text goes on in the next: nothing closes it, and it is no title."""
    start, end, _ = line
    after, _, blank = following
    if blank or _ITEM.match(text, after) or _CLOSED.search(text, max(start, end - 6), end):
        return False
    return text[after].islower() or (_in_body(text, start, end) and _RAGGED <= end - start <= _WRAP_MAX)


def _first_word(
    text: str, before: tuple[int, int, bool], line: tuple[int, int, bool], following: tuple[int, int, bool]
) -> bool:
    """Whether the first word of a wrapped paragraph stands on a line of its own: "Kapolsek", then "Blora AKP Ani …"."""
    start, end, _ = line
    after, stop, blank = following
    alone = text[start:end].isalpha() and text[start].isupper() and text[after].isupper()
    return alone and not blank and stop - after >= _FULL and _closed(text, before[0], before[1])


def _in_body(text: str, start: int, end: int) -> bool:
    """Whether a line is no headline: it is not the first one, or it begins with a dateline."""
    return start > 0 or dateline_end(text, start, end, (), sure=True) > start


def _word_length(text: str, at: int) -> int:
    word = _WORD.match(text, at)
    return len(word.group()) if word else 0


def _cut(text: str, line: tuple[int, int, bool], after: int) -> bool:
    """Whether a line ends inside a sentence: no sign closes it, and a small letter follows, or it ends with "di"."""
    start, end, _ = line
    small = _LITTLE.search(text, max(start, end - 6), end) is not None and end - start >= _FULL
    return (small or text[after].islower()) and not _CLOSED.search(text, max(start, end - 6), end)


def _continues(text: str, line: tuple[int, int, bool], following: tuple[int, int, bool], width: int) -> bool:
    """Whether the next line goes on with the paragraph of this one."""
    start, end, _ = line
    after, _, blank = following
    if blank or _ITEM.match(text, after):
        return False
    length = end - start
    if length > _WRAP_MAX:
        return False
    if length >= width * 0.75 or _cut(text, line, after):
        return True
    if text[after] == "(" and text[end - 1].isalpha():
        return True
    open_end = not _CLOSED.search(text, max(start, end - 6), end)
    return open_end and _in_body(text, start, end) and length >= width * 0.45 and following[1] - after >= width * 0.75
