"""What belongs together: the connected networks, and the parts of one that is too big to be drawn in one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

__all__ = ["Links", "connected", "networks", "parts"]

Links = Sequence[Collection[int]]
"""For each node, the numbers of the nodes it is related to."""


def networks(links: Links, shared: Collection[int]) -> tuple[list[list[int]], list[int]]:
    """The connected networks without the shared nodes, and the shared nodes that belong to none of them.

    A shared node whose neighbours are all in one network belongs to it.
    """
    found = connected(links, [node for node in range(len(links)) if node not in shared])
    home = {member: place for place, members in enumerate(found) for member in members}
    homeless = []
    for node in sorted(shared):
        homes = {home[other] for other in links[node] if other in home}
        if len(homes) == 1:
            found[homes.pop()].append(node)
        else:
            homeless.append(node)
    return [sorted(members) for members in found], homeless


def connected(links: Links, nodes: Sequence[int]) -> list[list[int]]:
    """The connected sets among ``nodes``, the largest first."""
    left = set(nodes)
    found = []
    for start in nodes:
        if start not in left:
            continue
        left.discard(start)
        members = [start]
        for here in members:  # grows while it is read: breadth first
            for there in sorted(links[here]):
                if there in left:
                    left.discard(there)
                    members.append(there)
        found.append(members)
    return sorted(found, key=lambda members: (-len(members), members[0]))


def parts(links: Links, members: Sequence[int], most: int) -> list[list[int]]:
    """A big connected network in parts: its communities (Louvain), which may still be large.

    A network that is one community, such as a star, is cut into parts of at most ``most`` nodes.
    """
    import networkx  # here, since most pictures are small

    inside = set(members)
    graph = networkx.Graph()
    graph.add_nodes_from(members)
    graph.add_edges_from(
        (one, other) for one in members for other in sorted(links[one]) if one < other and other in inside
    )
    found = [sorted(community) for community in networkx.community.louvain_communities(graph, seed=1)]
    return sorted(found, key=lambda part: (-len(part), part[0])) if len(found) > 1 else _cut(links, members, most)


def _cut(links: Links, members: Sequence[int], most: int) -> list[list[int]]:
    """A connected network in parts of at most ``most`` nodes: around each hub what is nearest to it.

    Hubs are taken by their number of neighbours. What is left between full parts (the other leaves of a hub with
    hundreds) is gathered beside the part it hangs on. A part that is not full has only full neighbours, so there
    are far fewer parts than nodes.
    """
    inside = set(members)
    part_of: dict[int, int] = {}
    balls: list[list[int]] = []
    for hub in sorted(members, key=lambda node: (-len(links[node]), node)):
        if hub in part_of:
            continue
        part = [hub]
        part_of[hub] = len(balls)
        for here in part:  # grows while it is read: breadth first
            for there in sorted(links[here]):
                if there in inside and there not in part_of and len(part) < most:
                    part_of[there] = len(balls)
                    part.append(there)
        balls.append(part)
    beside: dict[int, list[list[int]]] = {}
    for number, part in enumerate(balls):
        if len(part) == most:
            continue
        around = {part_of[other] for member in part for other in links[member] if other in inside}
        gathered = beside.setdefault(min(around - {number}), [[]])
        if len(gathered[-1]) + len(part) > most:
            gathered.append([])
        gathered[-1].extend(part)
    full = [part for part in balls if len(part) == most]
    return full + [part for gathered in beside.values() for part in gathered if part]
