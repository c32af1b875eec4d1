"""How a figure is printed."""

from __future__ import annotations


def row(what: str, ours: float, limit: str, peer: tuple[str, float] | None = None, unit: str = "ms") -> None:
    """One line of the table: a figure, its limit, and the peer's figure with the ratio."""
    told = f"{what:<46} {ours:9.1f} {unit:<8} limit {limit:<22}"
    if peer is not None:
        told += f" {peer[0]} {peer[1]:9.1f} {unit}  ratio {ours / peer[1]:.2f}"
    print(told, flush=True)
