"""Chunks of a sentence → the same, with a body for each region of a list: "KPU Kabupaten Pati, Kudus dan Jepara".

A body, or an office that nobody is named in, is of every region in the list behind it, where they are of one level and
a conjunction stands before the last. A word for a level may stand alone in front: "KPU Kota dan Kabupaten Tegal". A
hyphen between two bodies, or two names, joins them as a conjunction does: "KPU-Bawaslu Blora", "Hartono-Wijaya".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.chunks import Chunk, Cue, Institution, Office, Person, Place, Token, is_joint, is_token
from kg.lexicon.gazetteer import Gazetteer, NameHit
from kg.lexicon.kinds import DEPTH
from kg.lexicon.letters import key as letters

_HYPHENS = ("-", "–")
_BODIES = (Institution, Office)


def with_lists(chunks: Sequence[Chunk], gazetteer: Gazetteer, text: str) -> list[Chunk]:
    """The chunks, with bodies and offices in place of the regions that are listed behind one."""
    kinds = {chunk.text if type(chunk) is Token else type(chunk) for chunk in chunks}
    if not kinds.isdisjoint(_HYPHENS):
        chunks = [_slash(chunks, at) for at in range(len(chunks))]
    if Place not in kinds:
        return list(chunks)
    found: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        found.append(chunk)
        index += 1
        joint = _behind_bracket(chunks, index)
        if not isinstance(chunk, _BODIES) or joint >= len(chunks) or not is_joint(chunks[joint]):
            continue
        body = _of_one_region(chunk)
        if body is None:
            continue
        listed, stop = _listed(chunks, joint, body, gazetteer, text)
        kind = gazetteer.kinds.get(body.type)
        if any(hit.level for hit in listed.values()) and kind is not None and "{level}" not in kind.template:
            continue  # "Polsek Cepu dan Kecamatan Jepon" are a unit and a region
        beside = _bare_before(found) if listed else []
        for at in range(index, stop if listed else index):
            hit = listed.get(at)
            for other in beside if hit is not None else ():
                found += [_same(other, other, chunks[at], listed[at]), Token(chunks[at].start, chunks[at].start, ",")]
            found.append(chunks[at] if hit is None else _same(chunk, body, chunks[at], hit))
        if listed and not body.name:
            body.name, body.borrowed = listed[min(listed)].key, True
        index = stop if listed else index
    return found


def _bare_before(found: Sequence[Chunk]) -> list[Institution]:
    """The bodies without a name that are joined with the last of some chunks: "KPU dan Bawaslu X dan Y"."""
    bare: list[Institution] = []
    at = len(found) - 2
    while at > 0 and is_joint(found[at]):
        body = found[at - 1]
        if not isinstance(body, Institution) or body.name or body.level or body.fixed or body.open or body.many:
            break
        bare.insert(0, body)
        at -= 2
    return bare


def _behind_bracket(chunks: Sequence[Chunk], index: int) -> int:
    """Behind the bracket that says in which larger region a region is: "Kota Pasuruan (Jawa Timur)"."""
    opened = index + 2 < len(chunks) and is_token(chunks[index], "(") and is_token(chunks[index + 2], ")")
    return index + 3 if opened and isinstance(chunks[index + 1], Place) else index


def _slash(chunks: Sequence[Chunk], at: int) -> Chunk:
    """A chunk; a hyphen that joins two bodies, offices or names without a blank as the joint it is: "KPU-Bawaslu"."""
    sign = chunks[at]
    if not isinstance(sign, Token) or sign.text not in _HYPHENS or not 0 < at < len(chunks) - 1:
        return sign
    left, right = chunks[at - 1], chunks[at + 1]
    tight = _full(left)[1] == sign.start and sign.end == _full(right)[0]
    alike = any(isinstance(left, kind) and isinstance(right, kind) for kind in (_BODIES, Person))
    return sign._replace(text="/") if tight and alike else sign


def _full(chunk: Chunk) -> tuple[int, int]:
    """Where a chunk stands, with the titles and degrees of a name."""
    return (chunk.full_start, chunk.full_end) if isinstance(chunk, Person) else (chunk.start, chunk.end)


def _of_one_region(chunk: Institution | Office) -> Institution | None:
    """The body that a chunk names, where it goes by a region or a level."""
    body = chunk.institution if isinstance(chunk, Office) else chunk
    if body is None or body.open or body.fixed or body.many or body.whole or body.borrowed:
        return None
    return body if body.name or body.level else None


def _listed(
    chunks: Sequence[Chunk], index: int, body: Institution, gazetteer: Gazetteer, text: str
) -> tuple[dict[int, NameHit], int]:
    """The regions of a list that begins at a joint, by position, and where it ends; none where it is no list."""
    depth = _depth(gazetteer, body.name, body.level)
    listed: dict[int, NameHit] = {}
    at, tied = index, False
    while at < len(chunks):
        joint = at
        while at < len(chunks) and is_joint(chunks[at]):
            at += 1
        place = chunks[at] if joint < at < len(chunks) else None
        hit = gazetteer.longest_name(text, place.start, body.type) if isinstance(place, Place) else None
        if place is None or hit is None or hit.end != place.end or _depth(gazetteer, hit.key, hit.level) != depth:
            at = joint
            break
        tied = isinstance(chunks[at - 1], Cue) or is_token(chunks[at - 1], "&", "/")
        listed[at] = hit
        at = _behind_bracket(chunks, at + 1)
        if tied:
            break
    following = chunks[at] if at < len(chunks) else None
    if not tied or not depth or isinstance(following, Person | Place):
        return {}, index
    return listed, at


def _depth(gazetteer: Gazetteer, name: str, level: str | None) -> int:
    """How deep the region of a body is: by the word for its level, else by its name; 0 where that tells nothing."""
    stated = gazetteer.places.levels.get(letters(level), ("", ""))[1] if level else ""
    if stated:
        return DEPTH.get(stated, 0)
    return min((DEPTH.get(region.type, 0) for region in gazetteer.regions_named(name)), default=0)


def _same(chunk: Chunk, body: Institution, place: Chunk, hit: NameHit) -> Chunk:
    """The body or the office that a listed region stands for."""
    of_region = replace(body, start=place.start, end=place.end, name=hit.key, level=hit.level, entity=None)
    if not isinstance(chunk, Office):
        return of_region
    return replace(chunk, start=place.start, end=place.end, institution=of_region, entity=None)
