"""How a figure is printed."""

from __future__ import annotations


def row(what: str, ours: float, limit: str, peer: tuple[str, float] | None = None, unit: str = "ms") -> None:
    """One line of the table: a figure, its limit, and the peer's figure with the ratio."""
    told = f"{what:<46} {_figure(ours):>9} {unit:<8} limit {limit:<22}"
    if peer is not None:
        ratio = ours / peer[1]
        times = f"ratio {ratio:.2f}" if ratio > 0.02 else f"1/{1 / ratio:.0f}"
        told += f" {peer[0]} {_figure(peer[1])} {unit}  {times}"
    print(told, flush=True)


def _figure(value: float) -> str:
    return f"{value:,.2f}" if value < 10 else f"{value:,.1f}"
