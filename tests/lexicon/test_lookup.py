"""`kg lookup`: what it prints, as text and as JSON, and its exit codes."""

from __future__ import annotations

import json

from click.testing import CliRunner, Result

from kg.cli.main import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["lookup", *arguments])


def test_a_unit_with_its_chain_and_reason() -> None:
    result = run("Polres Pangkep")
    assert result.exit_code == 0
    for part in ("Polres Pangkep  [polres-73.10]", "73.10", "why: ", "under: Polda Sulawesi Selatan", "under: Polri"):
        assert part in result.output


def test_none_when_it_can_not_be_told() -> None:
    result = run("KPU Bima")
    assert result.exit_code == 0
    assert result.output.startswith("NIL  KPU Bima\n")
    assert result.output.count("candidate: ") == 2
    assert "KPU Kota Bima  [kpu-52.72]" in run("KPU Bima", "--near", "52.72").output.splitlines()[0]
    assert "KPU Kota Bima  [kpu-52.72]" in run("KPU Bima", "--near", "Kota Bima").output.splitlines()[0]
    assert run("Mekar Jaya Abadi").output.startswith("NIL  Mekar Jaya Abadi\n")


def test_bytes_of_a_name_that_are_not_utf_8_are_replaced() -> None:
    assert run("Mekar \udcff").output.startswith("NIL  Mekar \ufffd\n")
    assert json.loads(run("Polres Pangkep \udcff", "--json").output)["query"] == "Polres Pangkep \ufffd"


def test_json_and_date() -> None:
    found = json.loads(run("Kapolres Nabire", "--on", "2024-08-30", "--json").output)
    assert found["post"] == "Kapolres"
    assert [above["id"] for above in found["chain"]] == ["polda-91", "polri"]
    regions = json.loads(run("Kota Bima", "--json").output)["regions"]
    assert [(region["code"], region["in"]) for region in regions] == [("52.72", ["Provinsi Nusa Tenggara Barat"])]


def test_the_list_of_ambiguous_names() -> None:
    lines = run("--ambiguous", "--near", "Kota Bima").output.splitlines()
    assert "KPU Bima\ta kabupaten and a kota share the name\tkpu-52.06 kpu-52.72" in lines
    assert all(line.count("\t") == 2 for line in lines)


def test_wrong_usage() -> None:
    assert run().exit_code == 2
    assert run("Polres X", "--ambiguous").exit_code == 2
    assert run("Polres X", "--near", "99.99").exit_code == 2
    assert run("Polres X", "--on", "yesterday").exit_code == 2
    assert run("Polres X", "--on", "2024-13-45").exit_code == 2
