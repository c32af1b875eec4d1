"""Datelines in the wild, and what only looks like one."""

from __future__ import annotations

import pytest

from humas_tui.importers.dateline import find_dateline

REST = "Pemerintah membuka layanan malam di lima puskesmas mulai pekan depan, kata Wali Kota Sekar. Gratis."


@pytest.mark.parametrize(
    ("opening", "place", "sources", "days"),
    [
        ("SUKABUMI, bipol.co-", "SUKABUMI", ("bipol.co",), ()),
        ("CISARUA-", "CISARUA", (), ()),
        ("KANIGARAN – ", "KANIGARAN", (), ()),
        ("KOTA BANDUNG — ", "KOTA BANDUNG", (), ()),
        ("Pangkalpinang – ", "Pangkalpinang", (), ()),
        ("Muarasabak-", "Muarasabak", (), ()),
        ("Muarasabak- ", "Muarasabak", (), ()),
        ("DEPOK (KEMENAG) – ", "DEPOK", ("KEMENAG",), ()),
        ("SUKAMAJU,(Humas)- ", "SUKAMAJU", ("Humas",), ()),
        ("SUKAMAJU (18/11/2026) – ", "SUKAMAJU", (), ("18/11/2026",)),
        ("Sukamaju, Rabu (18/11/2026) – ", "Sukamaju", (), ("Rabu", "18/11/2026")),
        ("Sukamaju, 18 November 2026 - ", "Sukamaju", (), ("18 November 2026",)),
        ("JAKARTA, KOMPAS.com – ", "JAKARTA", ("KOMPAS.com",), ()),
        ("SRIPOKU.COM, LAHAT - ", "LAHAT", ("SRIPOKU.COM",), ()),
        ("Divianews.com | Palembang — ", "Palembang", ("Divianews.com",), ()),
        ("KBRN, Palembang : ", "Palembang", ("KBRN",), ()),
        ("PALEMBANG,HS – ", "PALEMBANG", ("HS",), ()),
        ("Palembang, Detik Sumsel- ", "Palembang", ("Detik Sumsel",), ()),
        ("Jakarta, Kominfo – ", "Jakarta", ("Kominfo",), ()),
        ("Jakarta: ", "Jakarta", (), ()),
        ("TRIBUNNEWS.COM - ", "", ("TRIBUNNEWS.COM",), ()),
        ("CISARUA, KABUPATEN BOGOR – ", "CISARUA, KABUPATEN BOGOR", (), ()),
        ("Cianjur, Jawa Barat – ", "Cianjur, Jawa Barat", (), ()),
        ("FAK-FAK – ", "FAK-FAK", (), ()),
        ("D.I. YOGYAKARTA – ", "D.I. YOGYAKARTA", (), ()),
        ("OKI, koranindonesia.id – ", "OKI", ("koranindonesia.id",), ()),
        ("**CISARUA** – ", "CISARUA", (), ()),
        ("**CISARUA –** ", "CISARUA", (), ()),
        ("**CISARUA**, *kabar.example* - ", "CISARUA", ("kabar.example",), ()),
    ],
)
def test_datelines(opening: str, place: str, sources: tuple[str, ...], days: tuple[str, ...]) -> None:
    """The forms that offices and local papers use."""
    found = find_dateline(opening + REST)
    assert found is not None
    assert (found.place, found.sources, found.days, found.rest) == (place, sources, days, REST)


@pytest.mark.parametrize(
    "opening",
    [
        "SIARAN PERS – ",
        "PKK-",
        "UMKM - ",
        "BPBD – ",
        "APBD - ",
        "TNI-",
        "Wali Kota – ",
        "Sekretaris Daerah – ",
        "PEMKOT SUKAMAJU – ",
        "Diskominfo – ",
        "Catatan: ",
        "Pendahuluan: ",
        "Sumber: ",
        "Ada hujan, banjir - ",
        "Kota - ",
        "18/11/2026 – ",
        "“Sukamaju – ",
        "- ",
        "",
        "Semarang-Demak kembali banjir. ",
        "COVID-19 ",
        "Muara Sabak, ",
    ],
)
def test_what_is_none(opening: str) -> None:
    """Acronyms, labels, titles, roads between two towns."""
    assert find_dateline(opening + REST) is None


def test_headline_with_a_dash_is_none() -> None:
    """Too little stands behind the dash."""
    assert find_dateline("Sukamaju – Kota Ramah Anak") is None


def test_figures_in_brackets_that_are_no_date_stay() -> None:
    """``(18/11)`` is not thrown away."""
    found = find_dateline("DEPOK (18/11) – " + REST)
    assert found is not None
    assert found.rest == "(18/11) " + REST


def test_emphasis_that_goes_on_stays_closed() -> None:
    """A bold first sentence stays bold behind its dateline."""
    found = find_dateline("**SUKAMAJU – Pemerintah membuka** layanan malam di lima puskesmas.")
    assert found is not None
    assert found.rest == "**Pemerintah membuka** layanan malam di lima puskesmas."
