"""What can be wrong with input: an error that becomes an issue when other articles go on, with a code that stays."""

from __future__ import annotations

from collections.abc import Callable

from kg.errors import ArticleError
from kg.model import Issue

Problems = Callable[[Issue], None]

CODES = {
    "A001": "a file can't be opened or unpacked",
    "A002": "the text was not UTF-8 and was read in another encoding",
    "A003": "the text is empty",
    "A004": "the id was used before",
    "A005": "the file is not of a kind that can be read",
    "A006": "a row is malformed",
    "A007": "the article's text is missing, or is no text",
    "A008": "the text, line or page is too long for one article",
    "A010": "characters that no file can hold were replaced",
    "A011": "no text of an article was found on the page",
    "A012": "what stands for the day of publication is no date",
}


class BadInputError(ArticleError):
    """A file, or a row of it, that can't be read as an article; `code` is one of CODES."""

    def __init__(self, code: str, message: str, *, where: str, hint: str) -> None:
        super().__init__(message, where=where, hint=hint)
        self.code = code

    def issue(self) -> Issue:
        """The error as an issue, for a run that goes on."""
        return Issue(self.code, self.message, self.where, self.hint)
