"""Graphs for the tests of pictures: the five networks of the seed, and made ones of any size."""

from __future__ import annotations

from functools import cache

from graphmou.facts import settle
from graphmou.graph import Graph, Node, Relationship
from graphmou.places import data_folder
from graphmou.seed.reader import read_seed

__all__ = ["country", "five_networks"]


@cache
def five_networks() -> Graph:
    """What the seed that comes with graphmou says. Not to be changed: it is read once."""
    return settle(read_seed(sorted(data_folder("seed").glob("*.yaml"))))


def country(offices: int, schools: int) -> Graph:
    """Area offices with ``schools`` schools each; every fourth school leads an agreement with the next three."""
    graph = Graph([Node("Office", "national", {"name": "สำนักงานส่วนกลาง", "level": "national"})])
    for area in range(offices):
        office = Node("Office", f"o{area}", {"name": f"สำนักงานเขตพื้นที่การศึกษา เขต {area}", "level": "area"})
        graph.add(office)
        graph.add(Node("Person", f"p{area}", {"name": f"บุคคล {area}"}))
        graph.add(Relationship("HOLDS", f"p{area}", "national", {"title": "ผู้เชี่ยวชาญ", "status": "current"}))
        graph.add(Relationship("HOLDS", f"p{area}", office.id, {"title": "ผู้อำนวยการ", "status": "former"}))
        for place in range(schools):
            school = Node("School", f"s{area}-{place}", {"name": f"โรงเรียนบ้านหนองขาม {area}/{place}"})
            graph.add(school)
            graph.add(Relationship("UNDER", school.id, office.id, {"basis": "stated"}))
            lead = place - place % 4
            agreement = f"a{area}-{lead}"
            if lead == place:
                graph.add(Node("Agreement", agreement, {"kind": "MOU", "signed_on": "2021-02-10"}))
            role = "lead" if lead == place else "partner"
            graph.add(Relationship("SIGNED", school.id, agreement, {"role": role, "basis": "stated"}))
    return graph
