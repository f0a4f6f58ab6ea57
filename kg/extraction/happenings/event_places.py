"""An event's sentence and the lead → the place that the text gives for it, and the region that the place is in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.extraction.chunks import Cue, Holder, Item, Place, Token, is_token, kind_of, text_of
from kg.extraction.drafts import Mention, Sentence
from kg.extraction.words.vocabulary import Vocabulary

_OF_PLACES = ("venue-words", "place-words")
_REACH_OF_LIFE = 2  # items in front of a place: a verb and its preposition
_REGENCY = 5  # characters of the code of a regency
_NAMED = 2  # words of a place in front of its town: "Hotel Salatin"
_TOWN = 3  # words of a town
_ANYWHERE = "MilitaryCommand"  # class of bodies of a province that have their seats in any of its towns
_INSIDE = (",", ".")  # signs inside a place: "Jl. Dr. Susilo No. 12, Blora"
_ON_THE_WAY = ("visit", "patrol", "campaign", "other")  # kinds of event held where people go


@dataclass(frozen=True, slots=True)
class Venue:
    """A place as it is written, and the codes of the regions in one of which it is, where the text names that."""

    words: str
    regions: tuple[str, ...] = ()


class Venues:
    """Reads the places of the events of one document."""

    def __init__(self, vocabulary: Vocabulary, text: str, region_of: Callable[[str], str | None]) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.region_of = region_of

    def of(self, main: Mention, sentences: Sequence[Sentence]) -> Venue | None:
        """What follows "di" or "bertempat di" behind the event's word, in front of it, or in the lead.

        In a sentence, a place with no such word in front comes last: "Debat pilkada damai Kota X di Hotel Y". So does
        an area, for what is held at one place, behind all of the lead.
        """
        goes = self.vocabulary.concept(main.cue.concept).value("eventKind") in _ON_THE_WAY
        lead = [s for s in sentences if s.leading and s is not main.sentence]
        areas: dict[int, Venue | None] = {}  # by where they begin
        starts = [] if main.sentence.headline else [(main.sentence, main.index), (main.sentence, 0)]
        for sentence, start in [*starts, *((s, 0) for s in lead)]:
            items = sentence.items
            places = [at for at in range(start, len(items)) if not isinstance(items[at], Token)]
            for at in sorted(places, key=lambda at: self._bare(items, at)):
                item = items[at]
                placed = isinstance(item, Place) and not self._elsewhere(items, at, goes=goes)
                if placed or (isinstance(item, Cue) and item.kind == "venue-words") or self._named(items, at):
                    ahead = items[max(0, at - _REACH_OF_LIFE) : at]
                    if any(text_of(other) in self.vocabulary.lives for other in ahead):
                        continue  # "bertugas di X"
                    inside = self._inside(items, at)
                    if inside[-1].end > item.end or not isinstance(item, Cue):
                        words = self._words(item.start, inside[-1].end)
                        found = Venue(words, self._regions(items, at, inside)) if words else None
                        if goes or not self._area(items, at):
                            return found
                        areas.setdefault(item.start, found)
        return next(filter(None, areas.values()), None)

    def _area(self, items: Sequence[Item], at: int) -> bool:
        """Whether a place is an area, or the name behind the word for one: "di wilayah Kabupaten X"."""
        return any(text_of(item) in self.vocabulary.areas for item in items[max(0, at - 1) : at + 1])

    def _elsewhere(self, items: Sequence[Item], at: int, *, goes: bool) -> bool:
        """Whether a place only tells whose all are meant, of which level or contest something is, or where things go.

        "PPK se-Kabupaten X", "rakor tingkat Kabupaten X", "debat Pilkada X", "melepas logistik ke Kecamatan X".
        """
        ahead = items[at - 1] if at else None
        if is_token(ahead, "-") and at > 1:
            ahead = items[at - 2]
        if kind_of(ahead) in ("sharing", "candidacy"):
            return True
        if not isinstance(ahead, Token):
            return False
        word = ahead.text.casefold()
        return word in self.vocabulary.scopes or (not goes and word in self.vocabulary.directions)

    def _bare(self, items: Sequence[Item], at: int) -> bool:
        """Whether a place stands behind another word than a preposition."""
        ahead = items[at - 1] if at else None
        return isinstance(items[at], Place) and text_of(ahead) not in self.vocabulary.prepositions if ahead else False

    def _words(self, start: int, end: int) -> str:
        """A place as it is written, without the words in front that only say that it is one."""
        words = self.text[start:end].split()
        while words and words[0].casefold() in self.vocabulary.before_venues:
            words.pop(0)
        return " ".join(words).strip(" ,.")

    def _named(self, items: Sequence[Item], at: int) -> bool:
        """Whether a name stands right behind "di": "di Mapolres Blora", "di Grand Mercure Solo"."""
        item, ahead = items[at], items[at - 1] if at else None
        if not isinstance(ahead, Token) or ahead.text.casefold() not in self.vocabulary.before_venues:
            return False
        return isinstance(item, Holder) and not _told(item)

    def _inside(self, items: Sequence[Item], first: int) -> list[Item]:
        """The items that name a place, from the first on; behind a comma only a further place does."""
        inside, end = [items[first]], items[first].end
        for at in range(first + 1, len(items)):
            item = items[at]
            if item.end <= end:  # "di Aula", "Aula", "Aula KPU X"
                continue
            if isinstance(item, Cue) and item.kind not in _OF_PLACES:
                break
            if isinstance(item, Token) and not (item.capital or item.text[0].isdigit() or item.text in _INSIDE):
                break
            if isinstance(item, Holder) and (
                is_token(inside[-1], ",") or (item.person and isinstance(inside[-1], Place))
            ):
                break  # who went there: "ke Pulau Tabuan Bripka X"
            numbers = text_of(item) in self.vocabulary.numbering  # "Jalan X No. 12"
            if isinstance(item, Token) and item.word and isinstance(inside[-1], Place) and not numbers:
                break  # "di Kabupaten Klungkung Tahun 2024"
            inside.append(item)
            end = item.end
        while isinstance(inside[-1], Token) and inside[-1].text in _INSIDE:
            inside.pop()
        return inside

    def _regions(self, items: Sequence[Item], first: int, inside: Sequence[Item]) -> tuple[str, ...]:
        """The regions one of which a place ends with: "Hotel Pandanaran, Kota Semarang", "Hotel Patra Semarang".

        A body is in its own.
        """
        body = inside[0].institution if isinstance(inside[0], Holder) else None
        if body is not None and body.entity is not None:
            region = self.region_of(body.entity)
            anywhere = self.vocabulary.class_of(body.type) == _ANYWHERE
            found = region and region[:_REGENCY] if anywhere else self._seat(region)
            return (found,) if found else ()
        named: tuple[str, ...] = ()
        for at, place in enumerate(inside):
            if not isinstance(place, Place) and at + 1 < len(inside):
                continue
            before = inside[at - 1] if at else items[first - 1] if first else None
            here = self._ends_with(place, before)
            if here and not any(self.vocabulary.gazetteer.within(known, code) for code in here for known in named):
                named = here
        return named

    def _ends_with(self, place: Item, before: Item | None) -> tuple[str, ...]:
        """The regions that a place may be, where it stands by itself, or the town behind its name: "Hotel X Solo".

        An ordinary word is a town's name only where no other region bears it.
        """
        words = self.text[place.start : place.end].split()
        regions = self.vocabulary.gazetteer.regions_named
        if isinstance(place, Place) and (found := regions(" ".join(words))):
            told = (
                before is None
                or isinstance(before, Place)
                or (isinstance(before, Token) and before.word != (before.text == ","))
            )
            return tuple(region.code for region in found) if told else ()
        for count in range(min(_TOWN, len(words) - _NAMED), 0, -1):
            town = " ".join(words[-count:])
            found = regions(town)
            if found and (len(found) == 1 or not self.vocabulary.ordinary(town.casefold())):
                return tuple(region.code for region in found)
        return ()

    def _seat(self, region: str | None) -> str | None:
        """The regency in which a body of a region has its seat: that of a province has it in the capital."""
        if region is None or len(region) >= _REGENCY:
            return region and region[:_REGENCY]
        seats = [code for code in self.vocabulary.capitals if code.startswith(region)]
        return seats[0] if len(seats) == 1 else None


def _told(holder: Holder) -> bool:
    """Whether a holder is somebody, and no body or its seat."""
    return holder.person is not None and (holder.person.rank is not None or bool(holder.offices))
