"""di, ke and dari before a place or a time are words of their own (di setiap, ke depan)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule
from ..tables import table

_PREPOSITIONS: Final = {"d": "di", "k": "ke"}
#: The particle pun is a word of its own too (EYD V, KE02).
_WITH_PUN: Final = ("mana", "sini", "situ", "sana")
#: Names of places that are joined in lower case; with their capital another rule sees them.
_NAMES: Final = (
    "Aceh Bali Bandung Bekasi Bogor Denpasar Depok Indonesia Jakarta Jambi Jawa Kalimantan Makassar Malang Medan "
    "Padang Palembang Papua Riau Semarang Solo Sukabumi Sulawesi Sumatera Surabaya Tangerang Yogyakarta"
).split()
_AFTER_DARI: Final = ("mana", "sini", "situ", "sana")


def _joined() -> dict[str, Entry]:
    named = {
        f"{preposition}{name.lower()}": Entry((f"{preposition} {name}",))
        for preposition in ("di", "ke")
        for name in _NAMES
    }
    return (
        named
        | {f"{preposition}{word}": Entry((f"{preposition} {word}",)) for preposition, word in _pairs()}
        | {
            f"{preposition}{word}pun": Entry((f"{preposition} {word} pun",))
            for preposition in ("di", "ke", "dari")
            for word in _WITH_PUN
        }
    )


def _pairs() -> Iterator[tuple[str, str]]:
    for word, marks in table("tempat"):
        for mark, preposition in _PREPOSITIONS.items():
            if mark in marks:
                yield preposition, word
            if "2" in marks:
                yield preposition, f"{word}-{word}"
    for word in _AFTER_DARI:
        yield "dari", word


DEPAN_PISAH = Rule(
    code="depan-pisah",
    level=Level.GALAT,
    title=N_("Preposition written together"),
    message=N_("The preposition is a word of its own: “{fix}”."),
    why=N_(
        "di, ke and dari before a place, a time or a quantity are written apart: di setiap, ke depan, di mana. "
        "Written together, di- makes a passive verb (didasari). Words of their own are keluar, kepada, daripada, "
        "kemari."
    ),
    eyd=("KD01",),
    certain=True,
    kind=Words(_joined, names=True),
    examples=(
        ("Layanan dibuka disetiap kecamatan.", "Layanan dibuka di setiap kecamatan."),
        ("Kedepan, warga dapat mendaftar dirumahnya.", "Ke depan, warga dapat mendaftar di rumahnya."),
        ("Dimana-mana ada, dimanapun warga berada.", "Di mana-mana ada, di mana pun warga berada."),
        ("Ia lahir dibandung.", "Ia lahir di Bandung."),
        ("Disela-sela rapat, diantaranya di aula.", "Di sela-sela rapat, di antaranya di aula."),
    ),
    leave_alone=(
        "Ia keluar rumah, lalu memakai kemeja.",
        "Kelapangan hati dan kedalaman sungai.",
        "Ditempatkan di kantor, disekolahkan, dirumahkan.",
    ),
)
