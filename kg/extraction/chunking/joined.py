"""Chunks of a sentence → the same, joined: brackets that repeat a post are dropped, a list shares the name at its end.

"Kepala Bagian Operasional (Kabag Ops) Polres X" is one office; in "Ketua KPU dan Bawaslu Kabupaten X" both are of X.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.chunks import Chunk, Cue, Institution, Office, Person, Place, Token, is_joint, is_token, kind_of

BETWEEN = ("newness", "place-words", "nation")  # what may stand between an office and its holder
_VERBS = ("speech", "cues")  # kinds of cue
_DOES = ("cues", "speech", "event", "hosts")  # kinds of cue for what somebody does
_OF_FRONT = ("cues", "event", "hosts", "person-cues", "while")  # kinds of cue in front of whom a phrase is about
_FRONT = 4  # chunks of a sentence among which such a phrase ends
_PLAIN = (Token, Cue, Place)  # what is no part of a holder
_SHORT_FORM = 16  # characters that a bracketed short form has at most
_OPEN, _CLOSE = "(", ")"
_NUMBER = re.compile(r"^[\dIVXLC]+(?:-\d+)?/")  # which a unit has for itself: "Kodim 0719/Jepara"


def joined(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with each office at its body, and each bare body of a list with the name that it shares."""
    return _shared_names(_without_short_forms(_without_stray_stops(chunks)))


def _without_stray_stops(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """The chunks of a list without full stops inside: "Kapolres X. AKBP Ani", and a comma in "Ani . Bupati X".

    One between an office and its holder is dropped.
    """
    if not any(is_token(chunk, ".") for chunk in chunks[:-1]):
        return chunks
    kept: list[Chunk] = []
    for chunk, following in zip(chunks, [*chunks[1:], None], strict=True):
        if is_token(chunk, ".") and kept and following is not None:
            if isinstance(kept[-1], Office) and isinstance(following, Person):
                continue
            if isinstance(kept[-1], Person | Institution) and isinstance(following, Office | Institution):
                kept.append(Token(chunk.start, chunk.end, ","))
                continue
        kept.append(chunk)
    return kept


def _without_short_forms(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Drop brackets that repeat a post in short: "Kepala Bagian Operasional (Kabag Ops) Polres X"."""
    kept: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        kept.append(chunk)
        index += 1
        if not isinstance(chunk, Office):
            continue
        index = _with_body(chunk, chunks, index)
        behind = _behind_short_form(chunks, index)
        if behind == index:
            continue
        index = behind
        body = chunks[index] if index < len(chunks) else None
        if chunk.institution is None and isinstance(body, Institution):
            chunk.institution, chunk.end = body, body.end
            index += 1
    return kept


def _with_body(office: Office, chunks: Sequence[Chunk], index: int) -> int:
    """Give an office the body between its comma and its holder: "Kepala Bidang Hukum, Dinas X Kabupaten Y Ani".

    Between commas it is that of one who speaks, else a member of a list: "Kasi Trantib, Satpol PP X, Ani, mengatakan".
    """
    if office.institution is None and office.generic and index + 2 < len(chunks) and is_token(chunks[index], ","):
        body, following = chunks[index + 1], chunks[index + 2]
        if not isinstance(body, Institution) or not (body.name or body.fixed):
            return index
        if isinstance(following, Person) or (is_token(following, ",") and _speaks(chunks, index - 1, index + 3)):
            office.institution, office.end = body, body.end
            return index + 2
    return index


def _speaks(chunks: Sequence[Chunk], office: int, person: int) -> bool:
    """Whether a verb of speech stands behind a person whose office opens the sentence, or in front of that office."""
    if person >= len(chunks) or not isinstance(chunks[person], Person):
        return False
    if office > 0 and kind_of(chunks[office - 1]) == "speech":
        return True
    ahead = chunks[:office]
    if any(_body(chunk) is not None or isinstance(chunk, Person) or kind_of(chunk) in _VERBS for chunk in ahead):
        return False
    behind = chunks[person + 1 : person + 3]
    verb = behind[-1] if behind and is_token(behind[0], ",") else behind[0] if behind else None
    return kind_of(verb) == "speech"


def _behind_short_form(chunks: Sequence[Chunk], index: int) -> int:
    """The place behind a bracket that holds one short form and is followed by a person or a body, or `index`."""
    if index + 3 >= len(chunks) or not (is_token(chunks[index], _OPEN) and is_token(chunks[index + 2], _CLOSE)):
        return index
    short, following = chunks[index + 1], chunks[index + 3]
    if (is_token(following, ",") or kind_of(following) in BETWEEN) and index + 4 < len(chunks):
        following = chunks[index + 4]
    named = isinstance(short, Person) and (short.sure or not short.name.partition(" ")[0].isupper())
    if named or short.end - short.start > _SHORT_FORM or (isinstance(short, Token) and not short.word):
        return index
    post = isinstance(short, Office) and short.institution is None and " " not in short.words
    return index + 3 if post or isinstance(following, Person | Institution) else index


def _shared_names(chunks: list[Chunk]) -> list[Chunk]:
    """Give a bare body the name of the next one in its list: "Ketua KPU dan Bawaslu Kabupaten X"."""
    for index in range(len(chunks) - 1, -1, -1):
        if isinstance(chunks[index], _PLAIN):
            continue
        body = _body(chunks[index])
        if body is None or body.name or body.fixed:
            continue
        at = behind_joint(chunks, _last_of_bracket(chunks, index))
        following = _body(chunks[at]) if at is not None else None
        while at is not None and following is not None and following.fixed:  # "Panwaslu, Polri dan KPU Kabupaten X"
            at = behind_joint(chunks, at)
            following = _body(chunks[at]) if at is not None else None
        if at is not None and _fronted(chunks, index, at):
            continue
        if following is not None and following.name and not following.open and _closes(chunks, at, following):
            name = following.name if body.type == following.type else _NUMBER.sub("", following.name)
            body.name, body.level, body.borrowed = name, body.level or following.level, True
    return chunks


def _fronted(chunks: Sequence[Chunk], index: int, at: int) -> bool:
    """Whether a comma only closes a phrase in front of a clause: "Usai melantik PPK, KPU X menggelar"."""
    ahead = chunks[index - 1] if index else None
    opened = index <= _FRONT and isinstance(ahead, Cue) and ahead.kind in _OF_FRONT
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    alone = all(_body(chunk) is None for chunk in chunks[:index])
    return opened and alone and at == index + 2 and is_token(chunks[index + 1], ",") and kind_of(behind) in _DOES


def _closes(chunks: Sequence[Chunk], at: int | None, body: Institution) -> bool:
    """Whether a body is the last of a list that shares its name: not "KPU, Kejaksaan Negeri X, Kapolres dan Dandim Y".

    A conjunction in front of it says so.
    """
    if at is None or body.borrowed or not is_token(chunks[at - 1], ","):
        return at is not None
    behind = behind_joint(chunks, at)
    return behind is None or not (isinstance(chunks[behind], Office) or _body(chunks[behind]) is not None)


def _last_of_bracket(chunks: Sequence[Chunk], index: int) -> int:
    """The end of the bracket with one short form behind a body, else the body itself: "Panitia Pengawas (Panwaslu)"."""
    bracket = chunks[index + 1 : index + 4]
    if len(bracket) < 3 or not (is_token(bracket[0], _OPEN) and is_token(bracket[2], _CLOSE)):
        return index
    body = _body(bracket[1])
    short = isinstance(bracket[1], Token) or (body is not None and not body.name)
    return index + 3 if short and bracket[1].end - bracket[1].start <= _SHORT_FORM else index


def _body(chunk: Chunk) -> Institution | None:
    if isinstance(chunk, Office):
        return chunk.institution
    return chunk if isinstance(chunk, Institution) else None


def behind_joint(chunks: Sequence[Chunk], index: int) -> int | None:
    """The chunk behind a comma or a conjunction that follows another, or None when nothing joins them."""
    at, joined = index + 1, False
    while at < len(chunks) and is_joint(chunks[at]):
        at, joined = at + 1, True
    return at if joined and at < len(chunks) else None
