"""A table on a narrow terminal shows what says something; bare identifiers are left out, and named."""

from __future__ import annotations

import os

import pyoxigraph as ox
import pytest

from kg.cli import terminal
from kg.graph.results import Answer

ROW = (ox.Literal("Polres Klungkung"), ox.NamedNode("https://kg.example/id/institution/polres-51.05"))


@pytest.mark.parametrize(("columns", "shown"), [(40, False), (200, True)])
def test_identifiers_need_room(monkeypatch, capsys, columns, shown):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((columns, 24)))
    terminal.show_answer(Answer(variables=("name", "who"), rows=[ROW]), "https://kg.example/id/")
    out, err = capsys.readouterr()
    assert "Polres Klungkung" in out
    assert ("polres-51.05" in out) == shown
    assert ("left out for room: who" in err) != shown


def test_an_answer_of_identifiers_alone_shows_them(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((20, 24)))
    terminal.show_answer(Answer(variables=("who",), rows=[ROW[1:]]), "https://kg.example/id/")
    assert "polres" in capsys.readouterr().out
