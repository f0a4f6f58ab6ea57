"""A date in its sentence → whether it tells the event's day, or that of a purpose, an election, a statement."""

from __future__ import annotations

from collections.abc import Sequence

from kg.days import days_between
from kg.extraction.chunks import Cue, Holder, Item, Place, Token, kind_of, text_of
from kg.extraction.dates import DateMention, resolve
from kg.extraction.drafts import Sentence
from kg.extraction.happenings.elections import election, of_election
from kg.extraction.happenings.incidents import of_incident
from kg.extraction.happenings.papers import of_paper
from kg.extraction.holding.holders import is_real
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import Document

_REACH_OF_PURPOSE = 10
_REACH_OF_ANOTHER = 4
_REACH_OF_INTERVIEW = 4  # items
_CLAUSE = 3  # items: who or what it is about, a relative pronoun, an event
_RECENT = 10  # days
_AROUND_SPEAKERS = frozenset(
    {"date", "fillers", "venue-words", "place-words", "affiliations", "conjunctions", "plural", "person-cues"}
)
_QUOTES = frozenset('"“”;')
_ENDS = frozenset(",;.)")
_OWN_CLAUSE = frozenset({"relative", "modality", "speech"})  # kinds of cue
_BESIDE_DATES = frozenset({"date", "fillers"})  # kinds of cue


_AS_DATE = Cue(0, 0, "date", "", "")


class Dates:
    """Tells of the dates of one document what they date."""

    def __init__(self, vocabulary: Vocabulary, document: Document) -> None:
        self.vocabulary = vocabulary
        self.text = document.text
        self.published = document.published

    def elsewhere(self, sentence: Sentence, date: DateMention, *, purposes: bool = False) -> bool:
        """Whether a date belongs to something planned, to a purpose or to an election: "menjelang 27 November 2024".

        Purposes make no difference where `purposes` is set; nor does "since", for what goes on since a day began on it.
        """
        before = [item for item in sentence.items if item.end <= date.start][-_REACH_OF_PURPOSE:]
        ahead = before[-2:]  # "yang digelar esok hari, Rabu (17/4)"
        if (
            _ends_range(before)
            or self._until(before, date)
            or (len(ahead) == 2 and is_modal(ahead[0]) and _is_comma(ahead[1]))
        ):
            return True
        at_venue = date.weekday is not None and _behind_venue(before)
        if self._of_another_thing(sentence, date, before) or (self._of_contest(before, date) and not at_venue):
            return True
        if at_venue:
            return _modal_behind(sentence, date)
        for at in range(len(before) - 1, -1, -1):
            item = before[at]
            if isinstance(item, Cue) and item.kind == "clause-breaks":
                if not self._measures(item, before[at + 1 :], date):
                    return self._breaks(item, before[:at], date, purposes=purposes)
                continue
            if is_modal(item):
                told = any(map(self.happens, before[at + 2 :]))  # "apa yang akan dihadapi bertempat di X"
                return not (told and self._recent(date))
            if isinstance(item, Cue) and item.kind == "cues":
                other = of_election(before[:at]) or self._of_purpose(before[:at], date)
                return (
                    (other and not self._recent(date))
                    or self._awaited(before[:at])
                    or (at > 0 and is_modal(before[at - 1]))
                    or _modal_behind(sentence, date)
                )
            if _is_comma(item) and not self._awaited(before[: max(0, at - 1)]):  # "yang digelar, Rabu (9/12)"
                break
        return _modal_behind(sentence, date)

    def _of_another_thing(self, sentence: Sentence, date: DateMention, before: Sequence[Item]) -> bool:
        """Whether a date is that of a paper, an interview, what somebody says, another event or an incident."""
        paper = of_paper(self.text, self.vocabulary, date, sentence.span.start)
        said = self._of_interview(before) or self._of_report(sentence, date)
        return paper or said or self._of_another(before) or of_incident(before, self.vocabulary)

    def _measures(self, item: Cue, behind: Sequence[Item], date: DateMention) -> bool:
        """Whether a word in front of a date tells how long something went on: "selama dua hari (18-19/9)"."""
        measure = self.vocabulary.concept(item.concept).flag("measuresTime")
        return measure and date.offset is None and not any(map(_is_word, behind))

    def _breaks(self, item: Cue, before: Sequence[Item], date: DateMention, *, purposes: bool) -> bool:
        """Whether a break of the clause in front of a date takes it from the event; `before` stands in front of it."""
        concept = self.vocabulary.concept(item.concept)
        kind = concept.value("kindOfBreak")
        if kind != "limit":
            return kind == "purpose" and not purposes and not self._recent(date)
        since = purposes and concept.flag("begins")
        return not since and not (bool(before) and self.happens(before[-1]))

    def _awaited(self, before: Sequence[Item]) -> bool:
        """Whether a clause about an election that was prepared ends here: "persiapan Pilkada yang (digelar)".

        Behind an event it tells of that: "Rakor persiapan Pilkada yang (digelar)".
        """
        at = election(before)
        topic = before[at - 1] if at else None
        of_event = at is not None and at > 1 and kind_of(before[at - 2]) == "event"
        return isinstance(topic, Cue) and self.vocabulary.concept(topic.concept).flag("inName") and not of_event

    def _of_purpose(self, before: Sequence[Item], date: DateMention) -> bool:
        """Whether a clause tells of what an event is for or goes on with: "kelanjutan dari X yang (digelar)"."""
        if len(before) < _CLAUSE or [kind_of(item) for item in before[-2:]] != ["event", "relative"]:
            return False
        purpose = before[-_CLAUSE]
        return (
            isinstance(purpose, Cue)
            and purpose.kind == "clause-breaks"
            and self._breaks(purpose, (), date, purposes=False)
        )

    def of_fronted_clause(self, sentence: Sentence) -> DateMention | None:
        """The date of what came before, in front of its sentence: "Setelah operasi dimulai 26 Agustus, pada 29 …"."""
        first = sentence.dates[0] if sentence.dates else None
        opening = self.text[sentence.span.start : sentence.span.end].split(maxsplit=1)[:1]
        if first is None or not opening or opening[0].casefold() not in self.vocabulary.sequence:
            return None
        before = [item for item in sentence.items if item.end <= first.start]
        told = any((isinstance(item, Holder) and is_real(item)) or _is_comma(item) for item in before)
        return None if told else first

    def of_holder(self, sentence: Sentence, date: DateMention) -> bool:
        """Whether a clause about somebody gives a date: "Kapolres X yang dilantik Senin (1/7) memimpin apel"."""
        before = [item for item in sentence.items if item.end <= date.start]
        while before and (isinstance(before[-1], Holder) or (isinstance(before[-1], Token) and before[-1].word)):
            before.pop()
        clause = [item for item in before[-_CLAUSE - 1 :] if not _is_comma(item)][-_CLAUSE:]
        kinds = [kind_of(item) for item in clause[1:]]
        return kinds == ["relative", "event"] and isinstance(clause[0], Holder)

    def of_poll(self, sentence: Sentence, date: DateMention) -> bool:
        """Whether a date stands right behind a word for the day of an election: "hari pemungutan suara 14 Februari"."""
        before = [item for item in sentence.items if item.end <= date.start]
        while before and (isinstance(before[-1], Token) or kind_of(before[-1]) in _BESIDE_DATES):
            before.pop()
        last = before[-1] if before else None
        return isinstance(last, Cue) and last.kind == "event" and self.vocabulary.concept(last.concept).flag("ofPolls")

    def begins_range(self, sentence: Sentence, date: DateMention) -> bool:
        """Whether a date is the first of a time that lasts to another: "dari 24 Desember sampai 2 Januari"."""
        behind = [item for item in sentence.items if item.start >= date.end]
        last = next((at for at, item in enumerate(behind) if kind_of(item) == "date"), None)
        return last is not None and _ends_range([_AS_DATE, *behind[:last]])

    def happens(self, item: Item) -> bool:
        """Whether an item is a verb that says that something takes place: "berlangsung sejak Senin"."""
        return text_of(item) in self.vocabulary.happening

    def _until(self, before: Sequence[Item], date: DateMention) -> bool:
        """Whether a date without a weekday is the last day of something: "ditunjuk sebagai Plt hingga 25 Mei"."""
        return date.weekday is None and bool(before) and text_of(before[-1]) in self.vocabulary.until

    def _of_interview(self, before: Sequence[Item]) -> bool:
        """Whether a date is that of an interview: "dalam wawancaranya pada Jumat (1/12)"."""
        for item in reversed(before[-_REACH_OF_INTERVIEW:]):
            if text_of(item) in self.vocabulary.interviews:
                return True
            if isinstance(item, Holder) or kind_of(item) in ("event", "cues"):
                return False
        return False

    def _of_another(self, before: Sequence[Item]) -> bool:
        """Whether a date is that of another event of its kind: "hingga sidang berikutnya pada Rabu (9/4)".

        It is that of the very event which somebody holds: "KPU menggelar debat terakhir pada Kamis (31/10)".
        """
        words = before[-_REACH_OF_ANOTHER:]
        for at in range(len(words) - 1, 0, -1):
            if text_of(words[at]) in self.vocabulary.others_of_a_kind:
                return kind_of(words[at - 1]) == "event" and (at < 2 or kind_of(words[at - 2]) != "cues")
        return False

    def _of_report(self, sentence: Sentence, date: DateMention) -> bool:
        """Whether a date is that of what somebody says, who takes part in the event in front of the verb of speech.

        "Usai membuka rapat, Ketua KPU X mengatakan rekapitulasi dimulai 18 April". A weekday behind an event word may
        be that of the same event.
        """
        if not sentence.parts or "speech" not in sentence.kinds:
            return False
        ahead = [item for item in sentence.items if item.end <= date.start]
        said = next((at for at in range(len(ahead) - 1, -1, -1) if kind_of(ahead[at]) == "speech"), None)
        if said is None:
            return False
        told = ahead[said + 1 :]
        named = date.weekday is not None and any(kind_of(item) == "event" for item in told)
        verb = any(kind_of(item) == "cues" or self.happens(item) for item in told)
        while_there = any(kind_of(item) == "while" for item in told)
        before = all(part.cue.start < ahead[said].start for part in sentence.parts)
        return before and verb and not (named or while_there)

    def _of_contest(self, before: Sequence[Item], date: DateMention) -> bool:
        """Whether an election is what took place on a day, or bears it: "Pilkada digelar 27 November"."""
        if self._recent(date):
            return False
        told = False
        for at in range(len(before) - 1, -1, -1):
            item = before[at]
            if isinstance(item, Token) and item.text in _ENDS:
                break
            if told and kind_of(item) == "event":
                return False
            if told or self.happens(item) or isinstance(item, Token | Place):
                continue
            if not self._is_contest(item) or self._in_contest(before, at):
                return False
            told = True
        return told

    def _in_contest(self, before: Sequence[Item], at: int) -> bool:
        """Whether something took place within an election: "Pleno dalam Pilkada 2020 itu diadakan pada Senin"."""
        within = at > 0 and text_of(before[at - 1]) in self.vocabulary.prepositions
        return within and all(kind_of(item) != "relative" for item in before[at:])

    def _is_contest(self, item: Item) -> bool:
        scheme = isinstance(item, Cue) and item.kind == "candidacy"
        return scheme and self.vocabulary.concept(item.concept).flag("noGathering")  # type: ignore[union-attr]

    def _recent(self, date: DateMention) -> bool:
        """Whether a date with its weekday lies in the days before publication, when purposes are no longer to come."""
        if self.published is None or date.weekday is None:
            return False
        day = resolve(date, self.published)
        return day is not None and day.precision == "day" and 0 <= days_between(day.iso, self.published) <= _RECENT


def of_statement(sentence: Sentence, date: DateMention) -> bool:
    """Whether a date tells when somebody spoke: only who, to whom and where stand between the verb and it.

    "kata Kapolres X di kantornya, Rabu (25/9)"; a verb that an event stands behind tells of the event.
    """
    for item in reversed([item for item in sentence.items if item.end <= date.start]):
        if isinstance(item, Cue):
            if item.kind not in _AROUND_SPEAKERS:
                return item.kind == "speech"
        elif isinstance(item, Token) and item.text in _QUOTES:
            return False
    return False


def is_modal(item: Item) -> bool:
    return isinstance(item, Cue) and item.kind == "modality"


def _is_word(item: Item) -> bool:
    """Whether an item says something beside a date: what is no cue of it, nor a plain word or number."""
    return not isinstance(item, Token) and kind_of(item) not in _BESIDE_DATES


def _modal_behind(sentence: Sentence, date: DateMention) -> bool:
    """Whether a word right behind a date says that it is to come: "27 November mendatang"."""
    behind = [item for item in sentence.items if item.start >= date.end][:1]
    return any(map(is_modal, behind))


def _behind_venue(before: Sequence[Item]) -> bool:
    """Whether a date stands behind the building of an event that is for something: "rapat menyambut pilkada di X"."""
    words = len(before)
    while words and isinstance(before[words - 1], Token):
        words -= 1
    venue = before[words - 1] if words else None
    if not isinstance(venue, Place) or venue.code is not None:
        return False
    kinds = [kind_of(item) for item in before[:words]]
    return "clause-breaks" in kinds and _OWN_CLAUSE.isdisjoint(kinds)


def _ends_range(before: Sequence[Item]) -> bool:
    """Whether a date stands behind another one and only a conjunction between them: "1 Mei sampai dengan 3 Mei"."""
    joints = 0
    for item in reversed(before):
        if isinstance(item, Cue) and item.kind == "date":
            return joints > 0
        if not ((isinstance(item, Cue) and item.kind == "conjunctions") or (isinstance(item, Token) and not item.word)):
            return False
        joints += isinstance(item, Cue)
    return False


def _is_comma(item: Item) -> bool:
    return isinstance(item, Token) and item.text == ","
