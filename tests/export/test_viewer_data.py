"""The JSON of a scene is what the viewer's ``data.ts`` declares: every field of every interface, and no other."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphmou.export.viewer_data import scene_data, scene_json
from graphmou.language import Text
from graphmou.view.compose import compose
from graphmou.view.contents import Contents, ShownStep
from graphmou.view.ghosts import Ghost
from graphmou.view.scene import SceneGap
from graphmou.view.selection import drawn
from tests.view.networks import five_networks

DECLARED = Path(__file__).parents[2] / "visualizations" / "viewer" / "src" / "data.ts"


def interfaces() -> dict[str, set[str]]:
    """The fields of each interface of ``data.ts``."""
    text = re.sub(r"/\*.*?\*/", "", DECLARED.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = re.finditer(r"export interface (\w+) \{(.*?)\n\}", text, re.DOTALL)
    return {match[1]: set(re.findall(r"^\s*(\w+)\??:", match[2], re.MULTILINE)) for match in found}


@pytest.fixture(scope="module")
def data() -> Any:
    graph = five_networks()
    scene = compose(
        Contents(
            graph,
            drawn(graph),
            date(2022, 6, 1),
            caption=Text("caption", "คำบรรยาย"),
            layout="layered",
            ghosts=(Ghost("ghost x", "School", "spm-34", "spm-34", 38, 38, 0, "spm-34-2020-09-03"),),
            gaps={key: (SceneGap("c", "error", Text("m", "ข")),) for key in (*graph.nodes, *graph.relationships)},
            steps=(ShownStep(Text("a", "ก"), Text("b", "ข"), ("spm-34",)),),
        ),
        language="th",
    )
    assert json.loads(scene_json(scene)) == json.loads(json.dumps(scene_data(scene)))
    return json.loads(scene_json(scene))


def test_every_interface_has_exactly_its_fields(data: Any) -> None:
    examples = {
        "SceneData": data,
        "Text": data["title"],
        "NodeData": data["nodes"][0],
        "EdgeData": data["edges"][0],
        "RegionData": data["regions"][0],
        "NodeEntry": data["nodeLegend"][0],
        "GapEntry": data["gapLegend"][0],
        "EdgeEntry": data["edgeLegend"][0],
        "DocumentData": data["documents"][0],
        "DetailData": data["nodes"][0]["details"][0],
        "EvidenceData": next(node["evidence"][0] for node in data["nodes"] if node["evidence"]),
        "GapData": next(node["gaps"][0] for node in data["nodes"] if node["gaps"]),
        "StepData": data["steps"][0],
    }
    assert {name: set(example) for name, example in examples.items()} == interfaces()


def test_keys_point_at_what_is_there(data: Any) -> None:
    keys = {node["key"] for node in data["nodes"]}
    assert {end for edge in data["edges"] for end in (edge["source"], edge["target"])} <= keys
    assert {member for region in data["regions"] for member in region["members"]} <= keys
    assert {office for node in data["nodes"] for office in node["offices"]} <= keys
    assert {lit for step in data["steps"] for lit in step["highlight"]} <= keys
    assert set(data["offices"]) <= keys
    items = [*data["nodes"], *data["edges"]]
    assert all(one["document"] < len(data["documents"]) for item in items for one in item["evidence"])
    assert all(-1 <= node["region"] < len(data["regions"]) for node in data["nodes"])


def test_labels_and_types_have_words_in_both_languages(data: Any) -> None:
    used = {node["kind"] for node in data["nodes"]} | {edge["type"] for edge in data["edges"]}
    assert used <= set(data["words"])
    assert data["words"]["School"] == {"th": "โรงเรียน", "en": "school"}
