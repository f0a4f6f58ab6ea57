"""The errors of the project: what is wrong, where, and what to do about it.

KGError                 anything a user can mend; exit code 1
├── UsageError          wrong arguments or a path that is not there; exit code 2
├── OntologyError       the ontology or a gazetteer table contradicts itself
├── ArticleError        an input file or a row of it can't be read
├── RecordError         a line given to `kg link` or `kg export` breaks the contract
├── LinkError           human decisions contradict each other
├── QueryError          a query or a parameter of it is wrong; exit code 2
├── OutputError         a result can't be written, or an output folder can't be read
└── QualityError        a measured quality is below its floor; exit code 3
"""

from __future__ import annotations

import tempfile
from pathlib import Path


class KGError(Exception):
    """Something a user can mend.

    `message` says what is wrong, `where` names file and line, `hint` says what to do next.
    """

    exit_code = 1

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text}\nhint: {self.hint}" if self.hint else text


class UsageError(KGError):
    """Wrong arguments, or a path that is not there."""

    exit_code = 2


class OntologyError(KGError):
    """The ontology or a gazetteer table contradicts itself."""


class ArticleError(KGError):
    """An input file, or a row of it, can't be read as an article."""


class RecordError(KGError):
    """A line given to `kg link` or `kg export` breaks the JSON Lines contract."""


class LinkError(KGError):
    """Human decisions contradict each other."""


class QueryError(KGError):
    """A query, or a parameter of one, is wrong."""

    exit_code = 2


class OutputError(KGError):
    """A result can't be written, or an output folder can't be read."""


class QualityError(KGError):
    """A measured quality is below its floor."""

    exit_code = 3


def not_put_away(folder: Path | None, error: OSError) -> OutputError:
    """The error of what a folder could not take until it is needed: the disk is full, mostly.

    Without a folder it is the system's own for such files.
    """
    return OutputError(
        f"can't put away what was found: {error.strerror}",
        where=str(folder or tempfile.gettempdir()),
        hint="free some space, then build again",
    )
