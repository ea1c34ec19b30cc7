"""Bars beside each other, as SVG: no library is needed for that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT, GAP, MARGIN, TOP, BOTTOM = 540, 300, 14, 44, 44, 56
COLOURS = ("#8aa4c8", "#d1603d")


@dataclass(frozen=True)
class Bars:
    """One panel: groups of bars, a name for each bar of a group, and a line that says how much is too much."""

    title: str
    groups: Mapping[str, tuple[float, ...]]
    names: Sequence[str]
    limit: float | None


def plot(panels: Sequence[Bars]) -> str:
    """The panels in a row."""
    width = WIDTH * len(panels)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{HEIGHT}" fill="white"/>',
    ]
    for number, panel in enumerate(panels):
        parts += [f'<g transform="translate({number * WIDTH} 0)">', *_panel(panel), "</g>"]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(panel: Bars) -> list[str]:
    values = [value for group in panel.groups.values() for value in group]
    most = max([*values, panel.limit or 0.0, 1e-9]) * 1.1
    floor, height = HEIGHT - BOTTOM, HEIGHT - BOTTOM - TOP
    parts = [_text(MARGIN, 24, panel.title, "start", "bold")]
    room = (WIDTH - 2 * MARGIN) / max(len(panel.groups), 1)
    for place, (name, group) in enumerate(panel.groups.items()):
        left = MARGIN + place * room
        bar = (room - GAP) / len(group)
        for index, value in enumerate(group):
            tall, at = height * value / most, left + index * bar
            parts.append(
                f'<rect x="{at:.1f}" y="{floor - tall:.1f}" width="{bar - 2:.1f}" height="{tall:.1f}" '
                f'fill="{COLOURS[(index if len(group) > 1 else place) % len(COLOURS)]}"/>'
            )
            parts.append(_text(at + bar / 2, floor - tall - 4, f"{value:.2f}", "middle"))
        parts.append(_text(left + (room - GAP) / 2, floor + 18, name, "middle"))
    parts.append(f'<line x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="{floor}" y2="{floor}" stroke="black"/>')
    if panel.limit is not None:
        y = floor - height * panel.limit / most
        parts.append(
            f'<line x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="{y:.1f}" y2="{y:.1f}" stroke="#b00020" stroke-dasharray="5 4"/>'
        )
    for index, name in enumerate(name for name in panel.names if name):
        x = MARGIN + index * 110
        parts.append(f'<rect x="{x}" y="{HEIGHT - 22}" width="10" height="10" fill="{COLOURS[index]}"/>')
        parts.append(_text(x + 16, HEIGHT - 13, name, "start"))
    return parts


def _text(x: float, y: float, text: str, anchor: str, weight: str = "normal") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}">{escape(text)}</text>'
    )
