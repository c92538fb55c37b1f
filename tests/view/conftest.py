"""A store with the five networks, and the picture of one of its stories or questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import graphmou
from graphmou import places
from graphmou.language import Text
from graphmou.store.opening import open_store
from graphmou.store.protocol import Store
from graphmou.view import Scene
from graphmou.view.compose import compose
from graphmou.view.gather import gather
from graphmou.view.picture import Picture
from graphmou.view.scene import SceneNode

TODAY = date(2022, 6, 1)


@dataclass
class Shown:
    """A scene, what was said about it, and its nodes by id."""

    scene: Scene
    notes: list[Text]
    nodes: dict[str, SceneNode] = field(init=False)

    def __post_init__(self) -> None:
        self.nodes = {node.id: node for node in self.scene.nodes if node.id}

    @property
    def ghosts(self) -> list[SceneNode]:
        return [node for node in self.scene.nodes if "ghost" in node.flags]


Show = Callable[..., Shown]


@pytest.fixture(scope="session")
def five_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An open store that holds the five networks; nothing is written to it."""
    folder = tmp_path_factory.mktemp("five") / "graphmou.db"
    graphmou.load(db=folder)
    with closing(open_store(str(folder), create=False)) as store:
        yield store


@pytest.fixture(scope="session")
def drawn_before() -> dict[str, Shown]:
    """Pictures of the five networks that were asked for already: the same one is laid out once."""
    return {}


@pytest.fixture
def show(five_store: Store, drawn_before: dict[str, Shown]) -> Show:
    """The scene of a picture, given by its fields, of the five networks or of another store.

    In rows where no layout is asked for: that is the quickest.
    """

    def shown(picture: Picture | None = None, *, store: Store = five_store, **fields: Any) -> Shown:
        chosen = replace(picture or Picture("test", Text("test", "ทดสอบ"), layout="layered"), **fields)
        if store is not five_store:
            return draw(store, chosen)
        if repr(chosen) not in drawn_before:
            drawn_before[repr(chosen)] = draw(store, chosen)
        return drawn_before[repr(chosen)]

    return shown


def draw(store: Store, picture: Picture) -> Shown:
    contents, notes = gather(store, picture, cypher_folders=[places.data_folder("cypher")], today=TODAY)
    return Shown(compose(contents, language="en"), notes)


@pytest.fixture
def picture_file(tmp_path: Path) -> Callable[..., Path]:
    """A file in a folder ``visualizations`` of the test's own."""

    def written(text: str, name: str = "mine.yaml") -> Path:
        file = tmp_path / "visualizations" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return written
