"""An archive of any size, the same on every machine: Indonesian-looking prose of 3 KB a release."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from humas_tui.model import Category, Release, Status
from humas_tui.model.ident import ALPHABET, LENGTH, TIME_LENGTH, new_identifier
from humas_tui.store import ReleaseStore

WORDS = (
    "pemerintah kota warga layanan puskesmas program anggaran jalan desa kecamatan kepala dinas mengatakan "
    "pembangunan jadwal pendaftaran gratis anak sekolah petani pasar harga air bersih bantuan sosial data survei "
    "bulan tahun target selesai perbaikan jembatan penyuluhan posyandu vaksinasi beasiswa pelatihan usaha kecil"
).split()
START = datetime(2020, 6, 1, 2, tzinfo=UTC)


def prose(chance: random.Random, words: int) -> str:
    """A paragraph of so many words."""
    text = " ".join(chance.choice(WORDS) for _ in range(words))
    return text[0].upper() + text[1:] + "."


@lru_cache(maxsize=3)
def releases(count: int) -> list[Release]:
    """So many releases, one every five hours."""
    chance = random.Random(2019)
    made = []
    for number in range(count):
        moment = START + timedelta(hours=5 * number)
        tail = "".join(chance.choice(ALPHABET) for _ in range(LENGTH - TIME_LENGTH))
        made.append(
            Release(
                id=new_identifier(moment)[:TIME_LENGTH] + tail,
                created=moment,
                updated=moment,
                status=chance.choice(list(Status)),
                category=chance.choice(list(Category)),
                headline=prose(chance, 9)[:-1],
                summary=prose(chance, 14),
                place="Sukamaju",
                event_date=moment.date(),
                body="\n\n".join(prose(chance, 45) for _ in range(8)) + "\n",
                key_message=prose(chance, 10),
            )
        )
    return made


def archive(folder: Path, count: int) -> tuple[Path, Path]:
    """A data file with so many releases and an empty settings file, in ``folder``; made once."""
    data, config = folder / f"{count}.json", folder / "config.toml"
    if not data.exists():
        with ReleaseStore(data) as store:
            store.put(releases(count))
        config.write_text("")
    return data, config
