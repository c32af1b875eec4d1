"""Word forms: what is made by rule is known, what breaks a rule is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.language.morphology import Morphology, roots, stripped, without_clitics

ROOTS = frozenset(
    """
    ajar alas ambil atur baca bahasa bangun beku belanja bencana bentuk beri besar bias bicara blok cari
    cepat dasar daya didik dorong duduk ganti guna hadir hapus harap indah isi jalan kaji karya kerja kirim
    klik konsumsi korupsi kurang laku langkah lanjut lari larian layan luas masuk milik minum nilai nyanyi
    olah orang pakai panggil pengaruh pimpin produksi program pukul rapat rasa rencana risiko rumah sapa
    satu sedia sejahtera serah siap sukses surat syukur tanam tari tembak tetap tulis tunjuk ubah ukur umum
    untung usaha vaksin warga yakin zaman
    """.split()
)
MORPHOLOGY = Morphology(ROOTS)


@pytest.mark.parametrize(
    "word",
    """
    membaca memukul memvaksin menulis mendidik mencari menyapa menyukseskan mensyukuri mengambil mengirim mengganti
    mengolah menghapus mengkaji melayani menilai menyanyi merasa meyakini memproduksi memprogramkan
    mengeklik mengeblok
    dibaca ditulis dimasuki dikirimkan terbaca termasuk terbesar berjalan berkarya berencana berisiko berbahasa
    pembaca penulis pengirim pengolahan penanaman pemukul pelayanan penyerahan pelari pekerja
    perumahan perluasan kehadiran keindahan serumah memperbesar diperbesar memberdayakan diberdayakan pemberdayaan
    keberlanjutan ketersediaan kepemilikan
    """.split(),
)
def test_affixes(word: str) -> None:
    assert MORPHOLOGY.is_known(word)


@pytest.mark.parametrize(
    "word",
    "rumahnya rumahku kirimkanlah tulisannya bacakah siapkah langkahpun dibacanya membacanyalah".split(),
)
def test_clitics(word: str) -> None:
    assert MORPHOLOGY.is_known(word)


@pytest.mark.parametrize(
    "word",
    [
        "langkah-langkah",
        "langkah-langkahnya",
        "berlari-larian",
        "menari-nari",
        "sebesar-besarnya",
        "orang-orangan",
        "pukul-memukul",
        "se-rumah",
        "non-program",
    ],
)
def test_doubled_and_hyphenated(word: str) -> None:
    assert MORPHOLOGY.is_known(word)


@pytest.mark.parametrize("word", "pascabencana antikorupsi antarwarga prasejahtera nonprogram".split())
def test_bound_forms(word: str) -> None:
    assert MORPHOLOGY.is_known(word)


@pytest.mark.parametrize("word", "kukirim kutulis kulakukan kauambil kuhadiri".split())
def test_persons_before_a_verb(word: str) -> None:
    assert MORPHOLOGY.is_known(word)


@pytest.mark.parametrize(
    "word",
    [
        "berbentukk",
        "berberi",  # ber- does not stand before be-
        "berrapat",  # the r is written once
        "dimasukan",  # di- goes with -kan: dimasukkan
        "mengukul",  # p melts into m, not into ng
        "menyulis",
        "membca",
        "rumahya",
        "langkah-langkha",
        "langkah--langkah",
        "nya",
        "se-",
        "-",
        "",
    ],
)
def test_no_words(word: str) -> None:
    assert not MORPHOLOGY.is_known(word)


def test_listed_words_behind_a_form() -> None:
    assert set(MORPHOLOGY.listed("menulisnya")) == {"tulis"}
    assert list(MORPHOLOGY.listed("rumah")) == ["rumah"]
    assert "tulis" in roots("menulis")
    assert list(without_clitics("rumahnyalah")) == ["rumah", "rumahnya"]


def test_affixes_stripped_tell_what_has_melted() -> None:
    assert ("mem", "p", "ukul", "") in stripped("memukul")
    assert ("di", "", "kirim", "kan") in stripped("dikirimkan")


@given(st.text(alphabet="abegikmnoprstuy-'é", max_size=24))
def test_any_string_is_answered_for(word: str) -> None:
    assert MORPHOLOGY.is_known(word) in {True, False}
    for before, melted, middle, after in stripped(word):
        assert before + middle + after == word
        assert len(melted) <= 1


@given(st.sampled_from(sorted(ROOTS)), st.sampled_from(["nya", "lah", "kah", "pun", "nyalah"]))
def test_a_known_word_stays_known_with_a_clitic(root: str, clitic: str) -> None:
    assert MORPHOLOGY.is_known(root + clitic)
