"""Lines of JSON from outside → records: `kg link` and whoever else takes them gets what `kg.records` promises.

What is wrong with one is said with its file and line; fields that may be missing are filled in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, cast, get_args

from kg.errors import RecordError
from kg.model import ClaimStatus, EntityClass, EventKind, EventStatus, Precision, Role, Scope
from kg.records import Record

_REQUIRED: dict[str, type] = {
    "article": str, "entities": list, "postings": list, "events": list, "cooccurrences": list, "issues": list,
}  # fmt: skip
# Fields of each part: the types that JSON may give, and what stands in for a field that is missing (... is: nothing).
_TEXT: tuple[tuple[type, ...], Any] = ((str,), ...)
_MAYBE: tuple[tuple[type, ...], Any] = ((str, type(None)), None)
_COUNT: tuple[tuple[type, ...], Any] = ((int,), ...)
_SHARE: tuple[tuple[type, ...], Any] = ((int, float), ...)
_LIST: tuple[tuple[type, ...], Any] = ((list,), ())
_PART: tuple[tuple[type, ...], Any] = ((dict,), ...)
_SPAN = {"start": _COUNT, "end": _COUNT}
_FIELDS: dict[str, dict[str, tuple[tuple[type, ...], Any]]] = {
    "record": {"title": _MAYBE, "published": _MAYBE, "dateline": _MAYBE},
    "entities": {
        "id": _TEXT, "class": _TEXT, "type": _MAYBE, "name": _TEXT, "aliases": _LIST, "region": _MAYBE,
        "mentions": ((list,), ...),
    },
    "mentions": _SPAN | {"text": _TEXT},
    "postings": {
        "person": _TEXT, "post": _TEXT, "institution": _TEXT, "rank": _MAYBE, "acting": _MAYBE, "confidence": _SHARE,
        "evidence": _PART,
    },
    "evidence": _SPAN | {"quote": _TEXT},
    "source": {"url": _MAYBE, "publisher": _MAYBE, "fetched": _MAYBE, "sha256": ((str,), ""), "fingerprint": _LIST},
    "possible": {"id": _TEXT, "points": _SHARE, "reason": _TEXT},
    "events": {
        "id": _TEXT, "type": _TEXT, "name": ((str,), ""), "date": _MAYBE, "status": ((str,), "held"), "place": _MAYBE,
        "region": _MAYBE, "participations": _LIST,
    },
    "participations": {
        "participant": _TEXT, "role": _TEXT, "post": _MAYBE, "on_behalf_of": _MAYBE, "confidence": _SHARE,
        "evidence": _PART,
    },
    "cooccurrences": {"between": ((list,), ...), "scope": _TEXT, "count": _COUNT},
}  # fmt: skip
_WORDS = (list,)
_SAID = (str, type(None))
# Fields that a part need not have; where it has one, the types that it may be of.
_OPTIONAL: dict[str, dict[str, tuple[type, ...]]] = {
    "record": {"source": (dict,)},
    "entities": {
        "concept": _SAID, "unit": _SAID, "candidates": _WORDS, "reason": _SAID, "ranks": _WORDS, "honorifics": _WORDS,
        "degrees": _WORDS, "reasons": _WORDS, "aliases": _WORDS, "nil": (bool,), "possible": (list,), "local": _SAID,
    },
    "postings": {"role": _SAID, "rule": _SAID, "former": (bool,), "status": (str,), "notes": _WORDS, "wording": (str,)},
    "events": {"precision": (str,), "rule": _SAID, "reasons": _WORDS, "possible": (list,), "evidence": (dict,)},
    "participations": {"rule": _SAID, "status": (str,), "notes": _WORDS},
    "evidence": {"prefix": (str,), "suffix": (str,)},
    "source": {
        "url": _SAID, "publisher": _SAID, "fetched": _SAID, "sha256": (str,), "fingerprint": (list,), "copy_of": _SAID,
    },
}  # fmt: skip
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T.*| .*)?)?)?")
_LARGEST = 1 << 53
# Fields with a number that has bounds of its own, wherever they stand.
_BOUNDS: dict[str, tuple[int, int]] = {"start": (0, _LARGEST), "confidence": (0, 1), "count": (1, _LARGEST)}
# Fields with a word of a closed list, where they are there.
_ONE_OF: dict[str, dict[str, tuple[str, ...]]] = {
    "entities": {"class": get_args(EntityClass)},
    "postings": {"status": get_args(ClaimStatus)},
    "events": {"type": get_args(EventKind), "status": get_args(EventStatus), "precision": get_args(Precision)},
    "participations": {"role": get_args(Role), "status": get_args(ClaimStatus)},
    "cooccurrences": {"scope": get_args(Scope)},
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_HINT = "give lines that `kg extract` printed"


def decoded(lines: Iterable[bytes], where: str, *, hint: str = "give JSON Lines in UTF-8") -> Iterator[str]:
    """Lines of bytes as text; a mark of byte order in front of the first is passed over.

    Raises RecordError with file and line at the first one that is not UTF-8.
    """
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise RecordError("not UTF-8", where=f"{where}:{number}", hint=hint) from None


def read_records(lines: Iterable[str], where: str = "-") -> Iterator[Record]:
    """Records of JSON Lines; blank lines are passed over.

    Raises RecordError with file and line at the first one that breaks the contract.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"{where}:{number}"
            try:
                value = json.loads(line)
                if "\\ud" in line.casefold():
                    json.dumps(value, ensure_ascii=False).encode()  # half a character can't be written again
            except (ValueError, RecursionError) as error:
                raise RecordError(
                    f"not JSON: {error}", where=place, hint="give lines that `kg extract` printed"
                ) from None
            yield check_record(value, place)


def check_record(value: Any, where: str) -> Record:
    """The value as a Record; fields that may be missing are filled in.

    Raises RecordError naming the first field that is missing, is of another type, is no day, or refers to nothing.
    """
    if not isinstance(value, dict):
        raise RecordError("not an object", where=where, hint=_HINT)
    for key, kind in _REQUIRED.items():
        if not isinstance(value.get(key), kind):
            raise RecordError(f"{key!r} is missing or not a {kind.__name__}", where=where, hint=_HINT)
    _check_fields("record", value, where)
    if "source" in value:
        _check_fields("source", value["source"], where)
    for group in ("entities", "postings", "events", "cooccurrences"):
        for part in value[group]:
            _check_fields(group, part, where)
    for posting in value["postings"]:
        _check_days(posting, ("seen", "start", "end"), where)
    for event in value["events"]:
        _check_days(event, ("date",), where)
    _check_days(value, ("published",), where)
    _check_references(value, where)
    _check_shapes(value, where)
    return cast("Record", value)


def _check_fields(kind: str, part: Any, where: str) -> None:
    """Types of a part's fields and of the parts in it."""
    if not isinstance(part, dict):
        raise RecordError(f"{part!r:.40} among {kind!r} is not an object", where=where, hint=_HINT)
    for name, (types, default) in _FIELDS[kind].items():
        if name not in part and default is not ...:
            part[name] = list(default) if isinstance(default, tuple) else default
        found = part.get(name, ...)
        if not isinstance(found, types) or isinstance(found, bool) or not _in_bounds(name, found):
            what = "is missing" if found is ... else f"is {found!r:.40}"
            raise RecordError(f"{name!r} of one of {kind!r} {what}", where=where, hint=_HINT)
    for name, types in _OPTIONAL.get(kind, {}).items():
        found = part.get(name, ...)
        fits = found is ... or isinstance(found, types)
        if not fits or (types is _WORDS and found is not ... and not all(isinstance(item, str) for item in found)):
            raise RecordError(f"{name!r} of one of {kind!r} is {found!r:.40}", where=where, hint=_HINT)
    _check_values(kind, part, where)
    for inner in ("mentions", "participations", "possible"):
        for item in part.get(inner, ()):
            _check_fields(inner, item, where)
    if "evidence" in part:
        _check_fields("evidence", part["evidence"], where)


def _check_values(kind: str, part: Any, where: str) -> None:
    """Spans of nothing, and words that are none of a closed list."""
    if "end" in _FIELDS[kind] and part["start"] >= part["end"]:
        raise RecordError(f"[{part['start']}, {part['end']}) in {kind!r} is no span", where=where, hint=_HINT)
    for name, words in _ONE_OF.get(kind, {}).items():
        if name in part and part[name] not in words:
            hint = f"one of: {', '.join(words)}"
            raise RecordError(f"{name!r} of one of {kind!r} is {part[name]!r:.40}", where=where, hint=hint)


def _in_bounds(name: str, value: Any) -> bool:
    """Whether a number is one that its field may have, and that every reader of JSON gives back as it is."""
    least, most = _BOUNDS.get(name, (-_LARGEST, _LARGEST))
    return not isinstance(value, int | float) or least <= value <= most


def _check_days(part: Any, names: tuple[str, ...], where: str) -> None:
    for name in names:
        day = part.get(name)
        if day is not None and not (isinstance(day, str) and _is_day(day)):
            raise RecordError(f"{name!r} is {day!r:.40}, not a day as 2024-08-30", where=where, hint=_HINT)


def _is_day(text: str) -> bool:
    """Whether a text is an ISO date, with or without a time, or a month or year of one."""
    if not _DAY.fullmatch(text):
        return False
    try:
        return len(text) < len("2024-08-30") or bool(date.fromisoformat(text[:10]))
    except ValueError:
        return False


def _check_shapes(value: Any, where: str) -> None:
    """Ids that are empty or hold control signs, pairs that are none, fingerprints that are no numbers."""
    for one in (value["article"], *(part["id"] for kind in ("entities", "events") for part in value[kind])):
        if not one or _CONTROL.search(one):
            raise RecordError(f"{one!r:.60} is no id", where=where, hint=_HINT)
    for pair in value["cooccurrences"]:
        if len(pair["between"]) != len(("one", "other")):
            raise RecordError(f"{pair['between']!r:.60} is no pair", where=where, hint=_HINT)
    for number in value.get("source", {}).get("fingerprint", ()):
        if type(number) is not int or not 0 <= number < 1 << 64:
            raise RecordError(f"{number!r:.40} is in a fingerprint", where=where, hint=_HINT)


def _check_references(value: Any, where: str) -> None:
    """Ids that occur twice, or refer to nothing."""
    for kind in ("entities", "events"):
        ids = [part["id"] for part in value[kind]]
        if len(set(ids)) != len(ids):
            twice = next(one for one in ids if ids.count(one) > 1)
            raise RecordError(f"{twice!r} is the id of two of its {kind}", where=where, hint=_HINT)
    known = {entity["id"] for entity in value["entities"]}
    references = [p[end] for p in value["postings"] for end in ("person", "institution")]
    for event in value["events"]:
        for part in event["participations"]:
            references += [part[end] for end in ("participant", "on_behalf_of") if part[end] is not None]
    references += [end for pair in value["cooccurrences"] for end in pair["between"]]
    for reference in references:
        if not isinstance(reference, str) or reference not in known:
            raise RecordError(f"{reference!r:.60} is the id of no entity in it", where=where, hint=_HINT)
