"""Texts as they come in, drawn by Hypothesis: furniture, datelines and prose in any order."""

from __future__ import annotations

from hypothesis import strategies as st

from humas_tui.text.clean import clean_line

_PROSE = st.lists(
    st.sampled_from(
        "Pemerintah Kota warga banjir, PKK UMKM Rp4,86 20/11/2019 Senin (2/3) “kata” a_b *x* **y** ~~z~~ `k` "
        "[a](b) <b> &amp; C:\\x # 1. - > 12.30 dinas. ujar; hari: 0812-0000-0101 a@kota.example "
        "https://kota.example/a_b?c=d&e".split()
    ),
    min_size=1,
    max_size=30,
).map(" ".join)
_FURNITURE = st.sampled_from(
    [
        "SIARAN PERS",
        "SIARAN PERS Nomor: 12/HUMAS/I/2026",
        "RALAT",
        "Nomor: 021/HUMAS/XI/2026",
        "PEMERINTAH KOTA SUKAMAJU",
        "Jalan Merdeka No. 1, Telp. (0266) 1234",
        "Untuk disiarkan segera",
        "EMBARGO sampai Senin, 2 Maret 2026, pukul 13.00 WIB",
        "Sukamaju, 18 November 2026",
        "# Pemkot Buka Layanan Malam",
        "Pemkot Buka Layanan Malam",
        "SUKABUMI, bipol.co-Peran Humas sangat penting dalam pemerintahan kota ini",
        "DEPOK (KEMENAG) – Ketua panitia membuka acara itu di balai kota",
        "SUKAMAJU, Rabu (18/11/2026) – Wali Kota membuka acara itu di balai kota",
        "**CISARUA** – Dinas Sosial menyalurkan bantuan itu kepada seribu warga",
        "TRIBUNKOTA.COM, JAKARTA - Menteri membuka acara itu di balai kota. (PS)",
        "Kata dia, “begitu.” (ST/Humas)",
        "Reporter Firdaus",
        "Penulis: Intan (Diskominfo)",
        "(Tim Komunikasi Publik / Diskominfo Kota Sukamaju)",
        "Narahubung:",
        "Narahubung: Rina Astuti, Kasubag – 0812-0000-0101 – humas@kota.example",
        "Drs. Budi, M.Si., Kepala Bagian – WA 0812 0000 0102",
        "#KotaSukamaju #Humas",
        "***",
        "-- SELESAI --",
        "- butir satu",
        "1. satu",
        "2. dua",
        "4. empat",
        "• butir",
        "---",
        "```",
        "    kode",
    ]
)
LINES = st.one_of(_FURNITURE, _PROSE, st.text(max_size=20).map(clean_line))
PAGES = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\n\n\n"])), min_size=1, max_size=14).map(
    lambda rows: "".join(line + end for line, end in rows)
)
