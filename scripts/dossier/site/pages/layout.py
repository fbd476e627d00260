"""Places for the nodes of a picture: linked ones near each other, no label over another.

The method is Fruchterman and Reingold's (Graph drawing by force-directed placement, 1991), started from a
circle. Nothing is random and the only function used is the square root, so every machine draws the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin, sqrt

_ROUNDS = 220
_PULL = 0.2
_ROW = 30
"""Pixels a label takes in height, with the space around it."""
_GAP = 10
_UNTANGLE = 200

Pair = tuple[int, int]


def place_nodes(
    widths: Sequence[int], links: Mapping[Pair, int], width: int, height: int
) -> list[tuple[int, int]]:
    """Centres, in whole pixels, of labels of the given widths; `links` holds how often two are linked."""
    positions = _on_a_circle(len(widths), width, height)
    _attract_and_repel(positions, links, width, height)
    _untangle(positions, widths)
    return [(round(x), round(y)) for x, y in positions]


def _on_a_circle(count: int, width: int, height: int) -> list[list[float]]:
    """Rounded, so that the last digits of a machine's sine make no difference."""
    angles = [2 * pi * index / max(count, 1) for index in range(count)]
    return [
        [round(width / 2 + width / 3 * cos(a), 2), round(height / 2 + height / 3 * sin(a), 2)] for a in angles
    ]


def _attract_and_repel(
    positions: list[list[float]], links: Mapping[Pair, int], width: int, height: int
) -> None:
    count = len(positions)
    ideal = 0.9 * sqrt(width * height / max(count, 1))
    pulls = {pair: sqrt(times) for pair, times in links.items()}
    for turn in range(_ROUNDS):
        heat = width / 8 * (1 - turn / _ROUNDS)
        moves = [[(width / 2 - x) * _PULL, (height / 2 - y) * _PULL] for x, y in positions]
        for a, (x, y) in enumerate(positions):
            own = moves[a]
            for b in range(a + 1, count):
                dx, dy = x - positions[b][0], y - positions[b][1]
                if dx == 0 and dy == 0:
                    dx = 0.1
                distance = max(sqrt(dx * dx + dy * dy), 1.0)
                push = ideal * ideal / distance / distance
                if (a, b) in pulls:
                    push -= distance / ideal * pulls[a, b]
                dx, dy = dx * push, dy * push
                own[0] += dx
                own[1] += dy
                moves[b][0] -= dx
                moves[b][1] -= dy
        for position, (dx, dy) in zip(positions, moves, strict=True):
            length = max(sqrt(dx * dx + dy * dy), 0.01)
            position[0] = min(max(position[0] + dx / length * min(length, heat), 0.0), width)
            position[1] = min(max(position[1] + dy / length * min(length, heat), 0.0), height)


def _untangle(positions: list[list[float]], widths: Sequence[int]) -> None:
    """Pushes labels apart until none lies over another, along the shorter way."""
    for _ in range(_UNTANGLE):
        moved = False
        for a in range(len(positions)):
            for b in range(a + 1, len(positions)):
                dx = positions[a][0] - positions[b][0]
                dy = positions[a][1] - positions[b][1]
                over_x = (widths[a] + widths[b]) / 2 + _GAP - abs(dx)
                over_y = _ROW - abs(dy)
                if over_x <= 0 or over_y <= 0:
                    continue
                moved = True
                axis, step = (1, over_y / 2) if over_y < over_x else (0, over_x / 2)
                sign = 1 if (dy, dx)[axis == 0] >= 0 else -1
                positions[a][axis] += sign * (step + 0.5)
                positions[b][axis] -= sign * (step + 0.5)
        if not moved:
            return
