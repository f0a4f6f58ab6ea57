"""Files, folders, globs and standard input → Articles, one after another, in an order of their own."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path

from kg.errors import ArticleError, UsageError
from kg.model import Article, Issue
from kg.ontology import Ontology
from kg.ontology_files import load_ontology
from kg.reading.decoding import storable
from kg.reading.formats import PAGES, Columns, known, read_file
from kg.reading.problems import BadInputError, Problems
from kg.reading.rows import columns_of
from kg.reading.streams import STDIN

_LONGEST_PATH = 4000
_OF_PAGE = "_files"
_MOST_HELD = 50  # issues that wait for the first article


def read_articles(
    paths: Sequence[str | Path], *, problems: Problems, ontology: Ontology | None = None
) -> Iterator[Article]:
    """The articles of all paths. A bad file or row is told through `problems`, and the others go on.

    Files come in the order of their names. Of articles with one id the first in that order counts. The ontology (or the
    one that ships) says what other names columns go by.

    Raises UsageError for a path that is not there, ArticleError for one with nothing to read in it, and, at the end,
    when no article could be read at all.
    """
    files = find_files(paths)

    @cache
    def columns() -> Mapping[str, str]:
        return columns_of(ontology or load_ontology())

    return _read(files, problems, columns)


def find_files(paths: Sequence[str | Path]) -> list[str]:
    """The files to read, sorted by name. Raises UsageError or ArticleError as `read_articles` does."""
    found: dict[str, str] = {}
    for given in paths:
        name = str(given)
        path = Path(name)
        if name == STDIN:
            found[STDIN] = STDIN
        elif not name or len(name) > _LONGEST_PATH:
            raise UsageError("no such file or folder", where=name[:80], hint="check the path")
        elif path.is_dir():
            inside = list(_inside(path))
            if not inside:
                raise ArticleError(
                    "no article in the folder",
                    where=name,
                    hint="put .txt, .md, .html, .mhtml, .jsonl, .json, .csv, .tsv, .parquet or .warc files there",
                )
            found.update({str(Path(p).absolute()): p for p in inside})
        elif path.exists():
            found[str(path.absolute())] = name
        else:
            matches = sorted(p for p in _matches(name) if Path(p).is_file())
            if not matches:
                raise UsageError("no such file or folder", where=name, hint="check the path")
            found.update({str(Path(p).absolute()): p for p in matches})
    return [shown for _, shown in sorted(found.items(), key=lambda item: (Path(item[0]).name, item[0]))]


def _matches(pattern: str) -> list[str]:
    return glob.glob(pattern, recursive=True) if glob.has_magic(pattern) else []  # noqa: PTH207 - Path has none for absolute ones


def _inside(root: Path) -> Iterator[str]:
    """The files to read in a folder and those below it; hidden ones, and the frames that belong to a page, are not."""
    for folder, below, names in os.walk(root):
        pages = {name.rpartition(".")[0] for name in names if Path(name).suffix.lower() in PAGES}
        below[:] = [name for name in below if not name.startswith(".") and not _beside(name, pages)]
        found = (Path(folder, name) for name in names if not name.startswith(".") and known(name))
        yield from (str(path) for path in found if path.is_file())


def _beside(folder: str, pages: set[str]) -> bool:
    """Whether a folder holds the pictures and frames of a page beside it, as browsers save them: x.html, x_files."""
    return folder.endswith(_OF_PAGE) and folder.removesuffix(_OF_PAGE) in pages


class _Held:
    """Issues that wait for the first article, so that a lone one can become the error of a run that read nothing."""

    def __init__(self, problems: Problems) -> None:
        self.issues: list[Issue] = []
        self._problems = problems
        self._open = False

    def tell(self, issue: Issue) -> None:
        self.issues.append(issue)
        if self._open or len(self.issues) > _MOST_HELD:
            self.release()

    def release(self) -> None:
        self._open = True
        for issue in self.issues:
            self._problems(issue)
        self.issues.clear()


def _read(files: Sequence[str], problems: Problems, columns: Columns) -> Iterator[Article]:
    """The articles of the files, each id once."""
    held = _Held(problems)
    seen: set[int] = set()
    for path in files:
        for article in file_articles(path, held.tell, columns):
            key = key_of(article)
            if key in seen:
                held.tell(used_before(article))
                continue
            if not seen:
                held.release()
            seen.add(key)
            yield article
    if not seen:
        raise nothing_read(files, held.issues, problems)


def file_articles(path: str, problems: Problems, columns: Columns) -> Iterator[Article]:
    """The articles of one file in its order, whatever their ids; a bad file or row is told through `problems`."""

    def tell(issue: Issue) -> None:
        problems(replace(issue, where=storable(issue.where)[0]))

    try:
        for article in read_file(path, tell, columns):
            shown, odd = storable(article.where)
            yield replace(article, where=shown) if odd else article
    except BadInputError as error:
        tell(error.issue())


def key_of(article: Article) -> int:
    """A number in 64 bits that stands for the article's id."""
    digest = blake2b(article.id.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def used_before(article: Article) -> Issue:
    """What is said of an article whose id an earlier one has."""
    return Issue(
        "A004",
        f"the id {article.id[:80]!r} was used before; this one is left out",
        article.where,
        "give every article an id of its own",
    )


def nothing_read(files: Sequence[str], issues: Sequence[Issue], problems: Problems) -> ArticleError:
    """The error that says why no article was read: the only issue; of several each is told as one."""
    if len(issues) == 1:
        return ArticleError(issues[0].message, where=issues[0].where, hint=issues[0].hint)
    for issue in issues:
        problems(issue)
    return ArticleError(
        f"no article could be read from {len(files)} files",
        hint="see the messages above; `kg extract --help` names the formats",
    )
