"""KnowledgeBase → a page to print (HTML with plots, or Markdown), in Indonesian or English."""

from __future__ import annotations

from pathlib import Path

from kg.errors import UsageError
from kg.export.files import atomic
from kg.export.report.content import Content, content_of
from kg.export.words import Language, words

__all__ = ["Content", "content_of", "render", "write_report"]


def render(content: Content, form: str, language: Language, title: str | None = None) -> str:
    """The report as `html` or `md`."""
    from kg.export.report.markdown import to_markdown
    from kg.export.report.page import to_html

    return (to_html if form == "html" else to_markdown)(content, words(language), title)


def write_report(content: Content, path: Path, language: Language, title: str | None = None) -> None:
    """Write the report; the ending of the file says in which format.

    Raises UsageError for an ending that is neither, OutputError when it can't be written.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in ("html", "htm", "md"):
        raise UsageError(f"no report in the format {path.suffix!r}", where=str(path), hint="name it .html or .md")
    text = render(content, "html" if form != "md" else "md", language, title)
    with atomic(path) as file:
        file.write(text.encode())
