"""The kit: one zip for each of 100 releases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from humas_tui.model import Photo
from tests.benchmarks.outlets import desk_of, written
from tests.benchmarks.table import row


def kit(folder: Path) -> None:
    """100 kits: of the sample releases, and of releases that each have a photo of their own."""
    desk, releases = desk_of(folder)
    row(
        "100 kits, one photo in eight releases", written(desk, releases, ["kit"], folder / "out"), "12 s", unit="s"
    )
    own = [
        release.revised(desk.clock.now(), photos=(Photo(file=name, caption=f"Foto {name}", alt="Bus sekolah"),))
        for release, name in zip(releases, _photos(folder, len(releases)), strict=True)
    ]
    row("100 kits, a photo of its own in each", written(desk, own, ["kit"], folder / "own"), "12 s", unit="s")
    large = [
        release.revised(desk.clock.now(), photos=(Photo(file=name, caption=f"Foto {name}", alt="Bus sekolah"),))
        for release, name in zip(releases, _photos(folder, len(releases), (4000, 3000)), strict=True)
    ]
    row(
        "100 kits, 12 megapixels of its own in each",
        written(desk, large, ["kit"], folder / "large"),
        "12 s",
        unit="s",
    )


def _photos(folder: Path, count: int, size: tuple[int, int] = (1600, 1067)) -> Iterator[str]:
    """So many photos of that size in pixels, no two alike, as files beside the data file."""
    from PIL import Image

    with Image.open(next((folder / "photos").iterdir())) as stored:
        image = stored.resize(size)
        for number in range(count):
            image.paste((number, 2 * number, 255 - number), (0, 0, 200, 100))
            image.save(folder / f"{number}.jpg", quality=88)
            yield f"{number}.jpg"
