"""The graph as a file for other programs, read back by them."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import networkx
import pytest
from openpyxl import load_workbook

import graphmou
from graphmou.errors import ExportError, UsageError
from graphmou.export.flattening import split_list
from graphmou.export.formats import GRAPH_FORMATS, write_graph
from graphmou.graph import Graph, Node, Properties, Relationship
from tests.export.graphs import hostile_graph, renewed_graph

STAYS_BEHIND = {"claims", "search_keys", "search_names", "loaded_at"}


@pytest.fixture(scope="module")
def five_networks(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("five") / "graphmou.db"
    graphmou.load(db=folder)
    with closing(graphmou.open_store(folder)) as store:
        return store.graph()


def read_network(path: Path) -> networkx.MultiDiGraph:
    if path.suffix == ".graphml":
        return networkx.read_graphml(path, force_multigraph=True)
    read = networkx.read_gexf(path)
    # networkx keeps the key of an edge only where it makes a multigraph; the id it always keeps.
    again = networkx.MultiDiGraph()
    again.add_nodes_from(read.nodes(data=True))
    for start, end, attributes in read.edges(data=True):
        key = attributes.pop("id")
        again.add_edges_from([(start, end, key, attributes)])
    return again


def with_lists(read: dict[str, Any], expected: Properties) -> dict[str, Any]:
    """What was read, each text that should be a list split again."""
    found = dict(read)
    for name, value in expected.items():
        if isinstance(value, list) and name in found:
            texts = split_list(found[name])
            found[name] = [int(text) for text in texts] if all(isinstance(one, int) for one in value) else texts
    return found


def travels(properties: Properties) -> Properties:
    return {name: value for name, value in properties.items() if name not in STAYS_BEHIND}


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_networkx_reads_back_every_node_relationship_and_value(
    five_networks: Graph, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"เครือข่าย.{ending}"
    assert write_graph(five_networks, path) == ([path], [])
    read = read_network(path)
    assert set(read) == set(five_networks.nodes)
    assert {key for *_, key in read.edges(keys=True)} == set(five_networks.relationships)
    assert read.number_of_edges() == len(five_networks.relationships) > 200
    for node in five_networks.nodes.values():
        expected = {"label": node.name, "node_label": node.label, **travels(node.properties)}
        assert with_lists(read.nodes[node.id], node.properties) == expected
    for key, one in five_networks.relationships.items():
        expected = {"label": one.type, "relationship_type": one.type, **travels(one.properties)}
        assert with_lists(read.edges[one.start, one.end, key], one.properties) == expected


def test_json_holds_everything_as_it_is(five_networks: Graph, tmp_path: Path) -> None:
    write_graph(five_networks, tmp_path / "a.json")
    read = json.loads((tmp_path / "a.json").read_bytes())
    again = Graph(Node(one["label"], one["id"], one["properties"]) for one in read["nodes"])
    for one in read["relationships"]:
        again.relationships[one["id"]] = Relationship(one["type"], one["start_id"], one["end_id"], one["properties"])
    assert again.nodes == five_networks.nodes
    assert again.relationships == five_networks.relationships


def test_csv_is_one_file_of_nodes_and_one_of_relationships(five_networks: Graph, tmp_path: Path) -> None:
    files, _ = write_graph(five_networks, tmp_path / "เครือข่าย.csv")
    assert [file.name for file in files] == ["เครือข่าย-nodes.csv", "เครือข่าย-relationships.csv"]
    assert sorted(tmp_path.iterdir()) == files
    nodes, relationships = map(read_csv, files)
    assert {row["id"]: row["label"] for row in nodes} == {one.id: one.label for one in five_networks.nodes.values()}
    names = {row["id"]: row["name"] or row["id"] for row in nodes}
    assert len(relationships) == len(five_networks.relationships)
    for row in relationships:
        one = five_networks.relationships[row["id"]]
        assert (row["type"], row["start_id"], row["end_id"]) == (one.type, one.start, one.end)
        assert (row["start_name"], row["end_name"]) == (names[one.start], names[one.end])
    school = next(row for row in nodes if row["id"] == "wat-phra-fang")
    expected = five_networks.nodes["wat-phra-fang"].properties
    assert split_list(school["evidence"]) == expected["evidence"]
    assert (school["name"], school["level"]) == (expected["name"], "")


def test_csv_columns_follow_the_model_and_bookkeeping_comes_last(five_networks: Graph, tmp_path: Path) -> None:
    files, _ = write_graph(five_networks, tmp_path / "a.csv")
    columns = list(read_csv(files[1])[0])
    assert columns[:7] == ["id", "type", "start_id", "start_name", "end_id", "end_name", "basis"]
    assert columns[-3:] == ["documents", "evidence", "recorded_on"]
    assert columns.index("known_on") + 1 == columns.index("known_on_precision")


def test_xlsx_has_a_sheet_for_each_label_and_each_type(five_networks: Graph, tmp_path: Path) -> None:
    write_graph(five_networks, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    counts = {sheet.title: sheet.max_row - 1 for sheet in book.worksheets}
    assert counts == {**five_networks.label_counts(), **five_networks.type_counts()}
    heading, *rows = book["Declaration"].iter_rows(values_only=True)
    declared = next(row for row in rows if row[heading.index("what")] == "attendance")
    expected = next(one for one in five_networks.labelled("Declaration") if one.properties["what"] == "attendance")
    assert declared[heading.index("count")] == expected.properties["count"] == 135
    assert split_list(declared[heading.index("parts")]) == expected.properties["parts"]
    assert "level" not in heading


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_two_relationships_of_one_type_between_the_same_ends_stay_two(tmp_path: Path, ending: str) -> None:
    write_graph(renewed_graph(), tmp_path / f"a.{ending}")
    read = read_network(tmp_path / f"a.{ending}")
    agreements = {key: attributes["agreement"] for *_, key, attributes in read.edges(keys=True, data=True)}
    assert agreements == {"MENTORS a b a1": "a1", "MENTORS a b a2": "a2"}


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_what_xml_cannot_hold_is_replaced_and_nothing_is_lost(tmp_path: Path, ending: str) -> None:
    write_graph(hostile_graph(), tmp_path / f"a.{ending}")
    read = read_network(tmp_path / f"a.{ending}")
    assert set(read) == {"a", "b", "c\ufffd", "c\ufffd_", "#12:0", "e\ufffd"}
    assert {key for *_, key in read.edges(keys=True)} == {"R 1", "R 2", "R 3"}
    assert read.nodes["b"]["label"] == '<b>&amp;"ก"</b>\ufffd\ufffd[31m'
    assert read.nodes["c\ufffd"]["name"] == "สำนักงาน\nบรรทัดสอง\tx"
    assert read.edges["c\ufffd", "a", "R 3"]["\ufffdbell"] == "x"


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_types_stay_and_a_mixed_property_is_text_everywhere(tmp_path: Path, ending: str) -> None:
    write_graph(hostile_graph(), tmp_path / f"a.{ending}")
    nodes = read_network(tmp_path / f"a.{ending}").nodes
    assert nodes["a"]["big"] == 2**53 + 1
    assert nodes["a"]["open"] is True
    assert (nodes["a"]["size"], nodes["b"]["size"]) == ("12", "สิบสอง")
    assert (nodes["a"]["ratio"], nodes["b"]["ratio"], nodes["c\ufffd_"]["ratio"]) == ("0.5", "1", "NaN")
    assert "aliases" not in nodes["b"]
    assert split_list(nodes["c\ufffd_"]["aliases"]) == ["a; b", "c\\", "", "-1", "é\u2028"]


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_a_name_that_the_format_keeps_for_itself_gets_an_underscore(tmp_path: Path, ending: str) -> None:
    write_graph(hostile_graph(), tmp_path / f"a.{ending}")
    read = read_network(tmp_path / f"a.{ending}")
    third, fifth = read.nodes["c\ufffd"], read.nodes["#12:0"]
    assert (third["label"], third["label_"], third["id_"], third["viz_"]) == (
        "สำนักงาน\nบรรทัดสอง\tx",
        "not a label",
        "mine",
        7,
    )
    assert (fifth["start_"], fifth["pid_"], fifth["parents_"], fifth["spells_"]) == ("2021", 3, "x", "y")
    second = read.edges["a", "b", "R 2"]
    assert (second["weight_"], second["type_"], second["end_"], second["key_"]) == ("2", "t", 4, "k")


def test_a_spreadsheet_runs_nothing(tmp_path: Path) -> None:
    files, _ = write_graph(hostile_graph(), tmp_path / "a.csv")
    nodes, relationships = map(read_csv, files)
    assert nodes[0]["name"] == "'=cmd|' /C calc'!A0"
    assert relationships[-1]["title"] == "'+1"
    _, notes = write_graph(hostile_graph(), tmp_path / "a.xlsx", "th")
    assert [note.th.startswith("ตัดข้อความ 1 ช่อง") for note in notes] == [True]
    cell = load_workbook(tmp_path / "a.xlsx")["School"]["C2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=cmd|' /C calc'!A0", "s", True)


def test_sheets_of_nearly_one_name_are_told_apart(tmp_path: Path) -> None:
    write_graph(hostile_graph(), tmp_path / "a.xlsx")
    titles = load_workbook(tmp_path / "a.xlsx").sheetnames
    assert titles == ["School", "graphmou", "SIGNED", "school 2", "ขา ล่าง", "KNOWS", "Signed 2"]


def test_json_of_hostile_content_is_json(tmp_path: Path) -> None:
    write_graph(hostile_graph(), tmp_path / "a.json")
    read = json.loads((tmp_path / "a.json").read_bytes())
    names = {one["id"]: one["properties"].get("name") for one in read["nodes"]}
    assert names["b"] == '<b>&amp;"ก"</b>\x00\x1b[31m'
    assert "e\ud800" in names


@pytest.mark.parametrize("ending", GRAPH_FORMATS)
def test_an_empty_graph_is_a_file_too(tmp_path: Path, ending: str) -> None:
    files, _ = write_graph(Graph(), tmp_path / f"a.{ending}")
    assert all(file.stat().st_size > 0 for file in files)
    match ending:
        case "json":
            assert json.loads(files[0].read_bytes()) == {"nodes": [], "relationships": []}
        case "xlsx":
            assert load_workbook(files[0]).worksheets[0].max_row == 1
        case "csv":
            assert [read_csv(file) for file in files] == [[], []]
        case _:
            assert len(read_network(files[0])) == 0


@pytest.mark.parametrize("ending", ["graphml", "gexf", "json", "csv"])
def test_the_same_graph_is_the_same_bytes(five_networks: Graph, tmp_path: Path, ending: str) -> None:
    backwards = Graph(reversed(five_networks.nodes.values()))
    backwards.relationships = dict(reversed(five_networks.relationships.items()))
    first, _ = write_graph(five_networks, tmp_path / f"a.{ending}")
    second, _ = write_graph(backwards, tmp_path / f"b.{ending}")
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


@pytest.mark.parametrize("ending", GRAPH_FORMATS)
def test_a_file_that_cannot_be_written_says_what_to_do(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ExportError) as caught:
        write_graph(renewed_graph(), tmp_path / "missing" / f"a.{ending}")
    assert caught.value.hint is not None
    assert "make the folder" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["network.pdf", "network", "network.xls"])
def test_an_ending_of_no_format_lists_those_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        write_graph(renewed_graph(), tmp_path / name)
    assert ".gexf" in str(caught.value.hint)
    assert list(tmp_path.iterdir()) == []


def test_capitals_in_the_ending_are_no_matter(tmp_path: Path) -> None:
    write_graph(renewed_graph(), tmp_path / "A.GraphML")
    assert set(networkx.read_graphml(tmp_path / "A.GraphML")) == {"a", "b"}


def read_csv(file: Path) -> list[dict[str, str]]:
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))
