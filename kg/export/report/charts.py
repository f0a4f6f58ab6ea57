"""Figures → SVG: bars by month, ranked bars with intervals, a grid of shades, a ring of ties; no script, no font.

Colours are those of M. Okabe and K. Ito, which colour-blind readers can tell apart.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

INK, PALE, LINE = "#1f2933", "#6b7785", "#d5dae0"
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#7b5ea7", "#8c8c8c")
WIDTH = 720


def months_chart(months: Sequence[str], series: Sequence[tuple[str, Sequence[int]]], label: str) -> str:
    """Bars of one or two series over consecutive months, one above the other on the same axis of time."""
    height, left, gap = 92, 34, 26
    step = (WIDTH - left - 6) / max(len(months), 1)
    parts = []
    for number, (name, values) in enumerate(series):
        top, floor = number * (height + gap) + 16, number * (height + gap) + 16 + height
        most = max([*values, 1])
        parts.append(_text(left, top - 5, name, size=11, fill=COLOURS[number], weight="600"))
        for tick in _ticks(most):
            y = floor - height * tick / most
            parts.append(f'<line x1="{left}" x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}" stroke="{LINE}"/>')
            parts.append(_text(left - 6, y + 3.5, str(tick), anchor="end", fill=PALE, size=10))
        for at, value in enumerate(values):
            if value:
                tall = height * value / most
                wide = max(step * 0.78, 1.2)
                x = left + at * step + (step - wide) / 2
                parts.append(
                    f'<rect x="{x:.1f}" y="{floor - tall:.1f}" width="{wide:.1f}" height="{tall:.1f}" '
                    f'fill="{COLOURS[number]}"><title>{escape(months[at])}: {value}</title></rect>'
                )
    bottom = len(series) * (height + gap) + 4
    parts.extend(_years(months, left, step, bottom))
    return _svg(bottom + 12, label, parts)


def _years(months: Sequence[str], left: float, step: float, y: float) -> list[str]:
    """The axis: years where there are many months, else every month or quarter."""
    parts, last = [], -100.0
    for at, month in enumerate(months):
        x = left + at * step
        january = month.endswith("-01") or (
            at == 0 and not any(m.endswith("-01") for m in months[: math.ceil(34 / step)])
        )
        wanted = january if len(months) > 36 else (step > 44 or at % max(1, math.ceil(48 / step)) == 0)
        text = month[:4] if len(months) > 36 else month
        if wanted and x - last > (34 if len(months) > 36 else 46):
            parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y - 12}" y2="{y - 7}" stroke="{PALE}"/>')
            parts.append(_text(x, y + 6, text, fill=PALE, size=10))
            last = x
    return parts


def _ticks(most: int) -> list[int]:
    if most <= 2:
        return list(range(most + 1))
    step = max(1, round(most / 2))
    return [0, step, *([2 * step] if 2 * step <= most else [])]


def ranked_bars(rows: Sequence[tuple[str, float, float | None, float | None]], label: str, colour: int = 0) -> str:
    """A bar a name, with a line from low to high across its end."""
    left, row = 300, 22
    most = max([value for _, value, _, _ in rows] + [high or 0 for *_, high in rows] + [1])
    scale = (WIDTH - left - 44) / most
    parts = []
    for at, (name, value, low, high) in enumerate(rows):
        y = at * row + 4
        parts.append(_text(left - 8, y + 12, _short(name, 46), anchor="end", size=12, title=name))
        parts.append(
            f'<rect x="{left}" y="{y + 2}" width="{value * scale:.1f}" height="{row - 9}" fill="{COLOURS[colour]}" '
            'fill-opacity="0.82"/>'
        )
        end = value
        if low is not None and high is not None and high > low:
            middle = y + 2 + (row - 9) / 2
            x1, x2 = left + low * scale, left + high * scale
            parts.append(
                f'<line x1="{x1:.1f}" x2="{x2:.1f}" y1="{middle}" y2="{middle}" stroke="{INK}" stroke-width="1.4"/>'
            )
            ends = f'y1="{middle - 4}" y2="{middle + 4}" stroke="{INK}" stroke-width="1.4"'
            parts.extend(f'<line x1="{x:.1f}" x2="{x:.1f}" {ends}/>' for x in (x1, x2))
            end = max(value, high)
        parts.append(_text(left + end * scale + 7, y + 12, f"{value:g}", fill=PALE, size=11))
    return _svg(len(rows) * row + 6, label, parts)


def shades(rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[int]], label: str) -> str:
    """A grid: the darker a cell, the higher its number, which stands in it."""
    left, top, row = 240, 20, 19
    wide = min((WIDTH - left) / max(len(columns), 1), 56)
    most = max([value for line in cells for value in line] + [1])
    parts, last = [], -100.0
    for at, column in enumerate(columns):
        x = left + at * wide + wide / 2
        if x - last > 44:
            parts.append(_text(x, top - 7, column, anchor="middle", fill=PALE, size=10))
            last = x
    for number, (name, line) in enumerate(zip(rows, cells, strict=True)):
        y = top + number * row
        parts.append(_text(left - 8, y + 13, _short(name, 38), anchor="end", size=11, title=name))
        for at, value in enumerate(line):
            x, strong = left + at * wide, 0.22 + 0.78 * value / most
            fill = f'fill="{COLOURS[0]}" fill-opacity="{strong:.2f}"' if value else 'fill="none"'
            parts.append(
                f'<rect x="{x:.1f}" y="{y}" width="{wide - 1:.1f}" height="{row - 1}" {fill} stroke="{LINE}" '
                f'stroke-width="0.5"><title>{escape(name)}, {escape(columns[at])}: {value}</title></rect>'
            )
            if value and wide >= 14:
                ink = "#fff" if strong > 0.55 else INK
                parts.append(_text(x + wide / 2, y + 13, str(value), anchor="middle", size=10, fill=ink))
    return _svg(top + len(rows) * row + 4, label, parts)


def ring(names: Sequence[str], groups: Sequence[int], ties: Sequence[tuple[int, int, float]], label: str) -> str:
    """Names around a ring, those of a group side by side, and a curve for each tie; its width is its weight."""
    count, radius, high = max(len(names), 1), 150, 650
    centre = (WIDTH / 2, high / 2)
    angle = [2 * math.pi * at / count - math.pi / 2 for at in range(len(names))]
    point = [(centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in angle]
    most = max([weight for *_, weight in ties] + [1e-9])
    parts = []
    for left, right, weight in sorted(ties, key=lambda tie: (tie[2], tie[0], tie[1])):
        (x1, y1), (x2, y2) = point[left], point[right]
        same = groups[left] == groups[right]
        colour = COLOURS[groups[left] % len(COLOURS)] if same else PALE
        bend = 0.35
        cx, cy = ((x1 + x2) / 2 * bend + centre[0] * (1 - bend), (y1 + y2) / 2 * bend + centre[1] * (1 - bend))
        parts.append(
            f'<path d="M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}" fill="none" stroke="{colour}" '
            f'stroke-opacity="{0.55 if same else 0.35}" stroke-width="{0.7 + 3.3 * weight / most:.2f}"><title>'
            f"{escape(names[left])} – {escape(names[right])}</title></path>"
        )
    for at, name in enumerate(names):
        x, y = point[at]
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{COLOURS[groups[at] % len(COLOURS)]}"/>')
        turn, flip = math.degrees(angle[at]), math.cos(angle[at]) < -1e-9
        lx, ly = centre[0] + (radius + 10) * math.cos(angle[at]), centre[1] + (radius + 10) * math.sin(angle[at])
        parts.append(
            f'<text x="{lx:.1f}" y="{ly:.1f}" font-size="11" fill="{INK}" dominant-baseline="central" '
            f'text-anchor="{"end" if flip else "start"}" transform="rotate({turn + 180 if flip else turn:.1f} {lx:.1f} '
            f'{ly:.1f})">{escape(_short(name, 26))}<title>{escape(name)}</title></text>'
        )
    return _svg(high, label, parts)


def _text(
    x: float,
    y: float,
    text: str,
    *,
    anchor: str = "start",
    size: int = 11,
    fill: str = INK,
    weight: str = "400",
    title: str | None = None,
) -> str:
    full = f"<title>{escape(title)}</title>" if title and title != text else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" text-anchor="{anchor}" '
        f'font-weight="{weight}">{escape(text)}{full}</text>'
    )


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _svg(height: float, label: str, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{escape(label)}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )
