"""`kg extract`: articles → JSON Lines, one object an article."""

from __future__ import annotations

import click

from kg.cli.telling import tell_issues


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
def command(paths: tuple[str, ...]) -> None:
    """Print what each article says as JSON Lines.

    PATH is a file, a folder, a glob, or - for JSON Lines on standard input (objects with `id` and `text`, and where
    known `title`, `url`, `publisher`, `published`). Readable are .txt, .md, .html, .mhtml, .jsonl, .csv, .tsv,
    .parquet and .warc files, also in gz or zst.
    """
    from kg.pipeline import Extraction
    from kg.pipeline.apart import keep_apart
    from kg.pipeline.collecting import seldom
    from kg.records import to_line

    keep_apart(paths)
    with seldom():
        extraction = Extraction()
        for record in extraction.records(extraction.articles(paths)):
            click.echo(to_line(record))
    tell_issues(extraction.issues)
