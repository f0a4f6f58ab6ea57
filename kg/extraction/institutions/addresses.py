"""The name of a company → the same without the place behind it: "PT Karya Cetak Cikarang, Jawa Barat".

In comes a body whose name ended with the capitals; its end and its name are set to what is its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Institution, Token, tokens_of
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.gazetteer import Gazetteer

_LEAST = 2  # words of a company's name, with the word for its kind


def without_address(body: Institution, text: str, vocabulary: Vocabulary) -> None:
    """Cut a company before the region that lies in the next one named, or behind the word for its legal form.

    One that has an abbreviation for its name is cut before a conjunction: "PT KTU dan Karya Mandiri" are two.
    """
    tokens = list(tokens_of(text, body.start, body.end))
    for number, token in enumerate(tokens[_LEAST:], _LEAST):
        legal = tokens[number - 1].text.casefold() in vocabulary.legal_forms  # behind them no name goes on
        joint = token.word and token.text in vocabulary.joints_of_names and _in_short(tokens[:number], tokens[number:])
        if legal or joint or _in_next(token.start, text, vocabulary.gazetteer):
            end = tokens[number - 1].end
            cut = len(" ".join(text[end : body.end].split()))
            body.name, body.written = body.name[:-cut].rstrip(), body.written[:-cut].rstrip()
            body.end = end
            return


def _in_short(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether the words in front of a conjunction are in capitals throughout, and the next one behind it is not."""
    words = [token.text for token in before if token.word]
    return all(map(str.isupper, words)) and len(behind) > 1 and not behind[1].text.isupper()


def _in_next(at: int, text: str, gazetteer: Gazetteer) -> bool:
    """Whether a region is named at an offset that lies in the one named behind it."""
    inner = gazetteer.longest_name(text, at, None)
    if inner is None:
        return False
    behind = inner.end + (text[inner.end : inner.end + 1] == ",")
    outer = gazetteer.longest_name(text, behind + (text[behind : behind + 1] == " "), None)
    if outer is None:
        return False
    inside, around = gazetteer.regions_named(inner.key), gazetteer.regions_named(outer.key)
    return any(i.code != o.code and gazetteer.within(i.code, o.code) for i in inside for o in around)
