"""A place in the text → where the run of words ends that can be the name of a person.

In comes the offset of the first word; out comes that of the end, or None where no name begins.
"""

from __future__ import annotations

import re

from kg.extraction.chunks import Token, token_in, tokens_of
from kg.extraction.passages.passage import Passage
from kg.extraction.people.titles import Titles

_BRACKET = re.compile(r"\s*\(\s*")
_INITIALS = re.compile(r"((?:[A-Z]\.){1,3}[A-Z]?) (?=([A-Z][a-z]+))")
_DEGREES = re.compile(r"[A-Z][a-z]{1,3}(?:\.[A-Z][a-z]{0,2}){2,}(?![\w.])")
_ENDED = re.compile(r"(?:\.?[,;)]|\s+[a-z]|\.?\s*$|\.?\s*\n)")  # behind the last initial of a name
_TIED_INITIAL = re.compile(r"\.[A-Z]\.? [A-Z][a-z]")
_NO_NAME_BEHIND = re.compile(r"\s*(?:[,;.)]|$)")
_NAME_ENDS = re.compile(r",|\s+[a-z]|\.?\s*$")
_OF_PEOPLE = frozenset({"person-cues", "prepositions"})  # kinds of cue
_SHORT = 4  # letters of an abbreviation, and of the shortest unknown word that is a name
_MOST = 6  # words of a name
_FIGURE = re.compile(r"\d")
_REACH = 100  # characters
_GLUED = 12  # letters of the shortest name with a verb behind it that lacks its blank
_LEAST = 3  # letters of such a name without its verb
_LONG = 8  # letters of a verb with which no name ends


class NameRuns:
    """Finds the ends of names in one passage."""

    def __init__(self, passage: Passage, titles: Titles) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.titles = titles

    def end(self, at: int, end: int, *, headline: bool, ranked: bool = False) -> int | None:
        """Where the run of words that can be a name ends; None when no name begins here."""
        stop = self._capitalised(at, end, headline=headline, ranked=ranked)
        return self._with_last_word(stop, end, ranked=ranked) if stop is not None else None

    def _capitalised(self, at: int, end: int, *, headline: bool, ranked: bool) -> int | None:
        stop, count, inner_end = None, 0, 0
        previous = Token(at, at, " ")
        for token in tokens_of(self.text, at, min(end, at + _REACH)):
            if token.start < previous.end:
                continue
            tied = (token.text == "-" and token.start < inner_end) or self._set_apart(token, previous)
            if tied or (token.start == previous.end and self._within(token.text, previous)):
                initial = token.text == "." and len(previous.text) == 1
                stop = token.end if initial else stop  # an initial keeps its full stop
                previous = token
                continue
            plain = token.word and (token.text.isalpha() or not _FIGURE.search(token.text))  # "Mekanis123" is not
            particle = plain and count > 0 and not token.capital and self._particle(token)
            fits = token.capital or particle or (plain and self._small(token, previous, count, first=at, ranked=ranked))
            if not plain or not fits or count >= _MOST:
                break
            if not count and (token.start != at or (token.numeral and len(token.text) > 1)):
                break
            if count and (inner := self._inner_initials(token.start, end)):
                previous, count = token._replace(end=inner), count + 1
                continue
            inside = token.start < inner_end or (count > 0 and self._article(token))
            inside = inside or self._middle_initial(token, previous, count, ranked=ranked)
            inner_end = max(inner_end, self._twin(token) if count and not headline else 0)
            inside = inside or token.start < inner_end or (count > 0 and self._goes_on(at, token))
            if not inside and self._stopped(token, count, headline=headline, ranked=ranked):
                break
            particles = self.tags.particles.get(token.start)
            inner_end = max(inner_end, particles.end) if particles is not None else inner_end
            previous = token
            if len(token.text) >= _GLUED and (verb := self._glued_verb(token.text)):
                return token.end - verb
            if not particle:
                stop, count = token.end, count + 1
        return stop

    def _particle(self, token: Token) -> bool:
        """Whether a word in small letters stands inside names: "bin"."""
        return token.text.casefold() in self.vocabulary.particles or self._article(token)

    def _small(self, token: Token, before: Token, count: int, *, first: int, ranked: bool) -> bool:
        """Whether a word that lacks its capital is one of the name: "Ali Al-habsyi", "Kapten sujiono"."""
        if before.text == "-" or ((ranked or count > 0) and self._sure_in_small(token.text.casefold())):
            return True
        if count > 0:
            return self._other_half(before, token)
        return ranked and token.start == first and self._unknown_in_small(token)

    def _inner_initials(self, at: int, end: int) -> int | None:
        """Behind initials in the middle of a name, that look like a degree: "Ganda M.H Saragih"; None for others."""
        match = _INITIALS.match(self.text, at, end) if at in self.tags.titles else None
        if match is None or match.end() in self.tags.titles:
            return None
        return match.end(1) if self.vocabulary.is_name(match[2].casefold()) else None

    def _glued_verb(self, word: str) -> int:
        """The length of the verb that a missing blank joined to a name: "Hartonomengatakan"; 0 for none.

        One of speech stands behind any name, and so does a long one; another one behind a known one: "Idrismelepas".
        """
        ends = (len(verb) for verb in self.vocabulary.verbs_of_speech if word.endswith(verb))
        verb = max(ends, default=0)
        if verb and len(word) - verb >= _LEAST:
            return verb
        lower = word.casefold()
        cuts = [at for at in range(_LEAST, len(lower) - _LEAST) if lower[at:] in self.vocabulary.verbs_of_parts]
        return next((len(lower) - at for at in cuts if lower[:at] in self.vocabulary.names or self._long(word, at)), 0)

    def _long(self, word: str, at: int) -> bool:
        """Whether the verb that begins inside a word is too long to be the end of a name: "Nurvelanimenghadiri"."""
        return at > _LEAST and len(word) - at >= _LONG and word.istitle() and not self.vocabulary.ordinary(word[:at])

    def _middle_initial(self, token: Token, before: Token, count: int, *, ranked: bool) -> bool:
        """Whether one letter that may be a title is an initial of the name: "AKBP Budi H Wijaya", "Togar H Sinaga".

        The last one of a name behind a rank is.
        Behind two words and more without a rank it is the title of the next name: "Ponpes Nurul Huda H. Budi".
        """
        if len(token.text) != 1:
            return False
        if ranked and count and token.capital and _ENDED.match(self.text, token.end):
            return True  # "Ipda Andi H, Kasat Lantas"
        titles = self.tags.titles.get(token.start, ())
        if not titles or not (count == 1 or (ranked and count)):
            return False
        if any(self.vocabulary.scheme(hit.concept) != "honorifics" for hit in titles):
            return False
        dotted = self.text[token.end : token.end + 1] == "."
        following = token_in(self.text, token.end + dotted, len(self.text))
        if dotted and following is not None and self.text[following.start + 1 : following.start + 2] == ".":
            following = token_in(self.text, following.end + 1, len(self.text))  # "Dahlan H. M. Noer"
        if following is None or not (following.capital and following.word and len(following.text) > 1):
            return False
        around = (before.text.casefold(), following.text.casefold())
        named = ranked or not dotted or all(map(self._sure_in_small, around))
        return named and following.start not in self.passage.known

    def _with_last_word(self, stop: int, end: int, *, ranked: bool) -> int:
        """Behind the last word of a name that lacks its capital: before a degree, a post in brackets or a comma.

        A comma shows it only where a rank stands in front, and the word is one of names: "Ipda Ani Elsa kencana, …".
        Before a degree there may be several such words.
        """
        at = self.passage.blank(stop)
        if at == stop or not self.text[at : at + 1].islower() or at in self.passage.known:
            return stop
        token = token_in(self.text, at, end)
        if token is None or not token.word or len(token.text) < _SHORT or self.vocabulary.ordinary(token.text):
            return stop
        known = self.titles.degree_behind(token.end, end) or self._before_bracket(token.end)
        if not known and (behind := self._with_last_word(token.end, end, ranked=False)) > token.end:
            return behind
        listed = ranked and self.text[token.end : token.end + 1] == "," and self.vocabulary.is_name(token.text)
        return token.end if known or listed else stop

    def _before_bracket(self, at: int) -> bool:
        """Whether a bracket with a post or a body follows: "Heri sutanto (PPK)"."""
        bracket = _BRACKET.match(self.text, at)
        return bracket is not None and (bracket.end() in self.tags.posts or bracket.end() in self.tags.institutions)

    def _sure_in_small(self, word: str) -> bool:
        """Whether a word in small letters can only be a name: "Kapten sujiono"."""
        return self.vocabulary.is_name(word) and not self.vocabulary.ordinary(word)

    def _unknown_in_small(self, token: Token) -> bool:
        """Whether a word in small letters right behind a rank is no word of the language: "AKP wagirun"."""
        word = token.text
        known = token.start in self.passage.known or self.vocabulary.ordinary(word)
        return word.isalpha() and word.islower() and len(word) > _SHORT and not known

    def _other_half(self, before: Token, token: Token) -> bool:
        """Whether a word in small letters goes on a name that never stands alone: "Abdul khalik"."""
        if before.text.casefold() not in self.vocabulary.halves_of_names or not token.text.islower():
            return False
        said = token.start in self.passage.known or token.text in self.vocabulary.little_words
        if said or len(token.text) < _SHORT or self.vocabulary.verb(token.text, active=True):
            return False
        behind = self.passage.blank(token.end)  # "Abdul bingung karena …"
        return not (self.vocabulary.ordinary(token.text) and self.text[behind : behind + 1].islower())

    def _stopped(self, token: Token, count: int, *, headline: bool, ranked: bool) -> bool:
        """Whether a word ends the name before it, or opens none."""
        if self.passage.stops_name(token.start, first=count == 0, ranked=ranked):
            place = self.passage.place_word(token.start) == token.end
            titled = place and self.titles.degree_behind(token.end, len(self.text))
            inner = self._inside_name(token, count, headline=headline)
            return not (count and (titled or inner or self._nature_of_nobody(token, any_place=ranked and place)))
        if count == 1 and self._inside_name(token, count, headline=headline):
            return False
        if count and (self._little(token.text.casefold()) or self._degrees(token)):
            return True
        opens = count > 0 and self.passage.opens_name(token)
        return opens or (headline and self.vocabulary.ordinary(token.text.casefold()))

    def _inside_name(self, token: Token, count: int, *, headline: bool) -> bool:
        """Whether a little word, or one for people, stands inside a name of three: "Ani Atas Wijaya, S.H.".

        A known name follows, and behind that ends what is written with capitals.
        """
        if count != 1 or headline or not token.text.istitle() or token.start in self.tags.heads:
            return False
        schemes = {self.vocabulary.scheme(hit.concept) for hit in self.tags.cues.get(token.start, ())}
        if not schemes <= _OF_PEOPLE or not (schemes or token.text.casefold() in self.vocabulary.little_words):
            return False
        last = token_in(self.text, token.end, len(self.text))
        if last is None or last.start in self.passage.known or not self.vocabulary.is_name(last.text.casefold()):
            return False
        return last.capital and last.start == token.end + 1 and _NAME_ENDS.match(self.text, last.end) is not None

    def _goes_on(self, start: int, token: Token) -> bool:
        """Whether a word that may begin a name goes on one begun in the same custom: "I Ketut Dewa Rai"."""
        first, later = self.tags.openers.get(start), self.tags.openers.get(token.start)
        if first is None or later is None or not token.capital or not (_SHORT <= len(token.text) == len(later.form)):
            return False
        custom = self.vocabulary.concept(first.concept).value("branch")
        return custom is not None and custom == self.vocabulary.concept(later.concept).value("branch")

    def _nature_of_nobody(self, token: Token, *, any_place: bool) -> bool:
        """Whether a word for what nature made ends a name, with no place named behind it: "Iskandar Lembah, S.Sos".

        So does any other place word behind a rank: "Iptu Kaleb Loji".
        """
        named = any_place or token.text.casefold() in self.vocabulary.natural_places
        return token.capital and named and _NO_NAME_BEHIND.match(self.text, token.end) is not None

    def _degrees(self, token: Token) -> bool:
        """Whether several degrees begin here without blanks, the first one unlisted: "Budi Santoso Spd.M.M"."""
        dotted = self.text.startswith(".", token.end) and _DEGREES.match(self.text, token.start)
        return bool(dotted) and not self.vocabulary.is_name(token.text.casefold())

    def _little(self, word: str) -> bool:
        """Whether a word is one of the commonest of the language, with the capital of a title: "Satya Kepada"."""
        little = len(word) > _LEAST and word in self.vocabulary.little_words and word not in self.vocabulary.years
        return little and not self.vocabulary.is_name(word) and word not in self.vocabulary.particles

    def _within(self, sign: str, before: Token) -> bool:
        """Whether a sign right behind a word of a name does not end it: "Moh. Ani", "Hasan Al-Amin"."""
        if sign == "-":
            return self._article(before) or self._repeated(before) or self._halved(before)
        return sign == "." and (self._abbreviated(before) or self._before_initial(before))

    def _set_apart(self, stop: Token, before: Token) -> bool:
        """Whether a blank in front parts a full stop from the beginning of a name: "Muh .Sarno", "M . Budi"."""
        if stop.text != "." or stop.start != before.end + 1:
            return False
        initial = len(before.text) == 1 and before.start not in self.tags.titles  # "H . Ani"
        part = initial or before.text.casefold() in self.vocabulary.halves_of_names
        behind = self.passage.blank(stop.end)
        return part and before.capital and self.text[behind : behind + 1].isupper()

    def _before_initial(self, word: Token) -> bool:
        """Whether a full stop without a blank ties an initial to a name that goes on: "Iskardo.P Wijaya"."""
        return _TIED_INITIAL.match(self.text, word.end) is not None and word.capital

    def _twin(self, word: Token) -> int:
        """Where a word of a name ends that is made of one twice: "Muhlis Tapi-Tapi", "Tapi -Tapi"; 0 for others."""
        hyphen = word.end + self.text.startswith(" ", word.end)
        if not (self.text.startswith("-", hyphen) and word.capital):
            return 0
        behind = hyphen + 1 + len(word.text)
        twice = self.text[hyphen + 1 : behind] == word.text
        return behind if twice and not self.text[behind : behind + 1].isalnum() else 0

    def _repeated(self, word: Token) -> bool:
        """Whether a hyphen repeats the word of a name in front of another one: "Ama-ama Gulo"."""
        behind = word.end + 1 + len(word.text)
        again = self.text[word.end + 1 : behind].casefold() == word.text.casefold()
        following = token_in(self.text, behind, len(self.text)) if again and word.capital else None
        if following is None or following.start != behind + 1 or not (following.capital and following.word):
            return False
        return following.start not in self.passage.known

    def _halved(self, word: Token) -> bool:
        """Whether a hyphen stands inside one word of names: "Budi Perangin-angin"."""
        half = token_in(self.text, word.end + 1, len(self.text))
        if half is None or half.start != word.end + 1 or not (word.capital and half.word):
            return False
        return f"{word.text}{half.text}".casefold() in self.vocabulary.names

    def _article(self, token: Token) -> bool:
        """Whether a word is an article that a hyphen ties to the word of a name behind it: "Hasan Al-Amin"."""
        if not self.text.startswith("-", token.end):
            return False
        letter = self.text[token.end + 1 : token.end + 2]
        tied = letter.isupper() or (token.capital and letter.isalpha())
        return tied and token.text.casefold() in self.vocabulary.articles_of_names

    def _abbreviated(self, token: Token) -> bool:
        return len(token.text) <= _SHORT and token.capital
