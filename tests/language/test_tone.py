"""What speaks for a tone mark: citizens who are heard, benefits that are told; and what is missing."""

from __future__ import annotations

import pytest

from humas_tui.language.engine import Checker
from humas_tui.language.tone import Sign, Trait, signs
from humas_tui.model import Tone
from tests.tone_figures import judged


def found(body: str, **fields: str) -> dict[Trait, Sign]:
    return {sign.trait: sign for sign in signs(Checker([]).document({"body": body, **fields}))}


SPOKEN = "“Sekarang anak saya tidak perlu antre sejak subuh,”"


@pytest.mark.parametrize(
    ("body", "who"),
    [
        (f"{SPOKEN} kata Siti Aminah, pedagang sayur di Pasar Tirtasari.", "Siti Aminah, pedagang"),
        (f"{SPOKEN} kata Siti Aminah (42).", "Siti Aminah"),
        (f"{SPOKEN} ujar seorang petani, Ujang Hidayat, kepada petugas.", "Ujang Hidayat, petani"),
        (f"{SPOKEN} tutur salah satu penerima manfaat asal Desa Sukaratu.", "penerima manfaat"),
        (f"{SPOKEN} kata Ketua RT 04, Dadang Supriatna.", "Dadang Supriatna, ketua rt"),
        (f"{SPOKEN} ucap ibu rumah tangga itu.", "ibu rumah tangga"),
        (
            f"Wahyuni Sulastri, nelayan Teluk Harapan, mengikuti pelatihan.\n\n{SPOKEN} kata Wahyuni.",
            "Wahyuni, nelayan",
        ),
        (f"Siswa SMP Negeri 2, Rani Puspita, membaca puisinya.\n\n{SPOKEN} ujar Rani.", "Rani, siswa"),
        (f"Seorang warga mengaku lega jalannya diperbaiki.\n\n{SPOKEN} ungkapnya.", "warga"),
        ("Salah seorang pedagang menuturkan, kiosnya kini kering meski hujan.", "pedagang"),
        ("Warga, Lastri Handayani, mengatakan jalan itu rusak sejak dua tahun lalu.", "Lastri Handayani, warga"),
    ],
)
def test_a_citizen_is_heard(body: str, who: str) -> None:
    sign = found(body)[Trait.VOICE]
    assert (sign.text, sign.tone, sign.field) == (who, Tone.HUMANIS, "body")
    assert 0 <= sign.start < sign.end <= len(body)


@pytest.mark.parametrize(
    "body",
    [
        f"{SPOKEN} kata Wali Kota Sukamaju Sekar Pramudita kepada petani.",
        f"{SPOKEN} ujar Kepala Dinas Pertanian saat menemui warga.",
        f"{SPOKEN} kata Sekar usai berdialog dengan para pedagang.",
        f"Camat Pasirangin, Dede Rukmana, menemui warga.\n\n{SPOKEN} kata Dede.",
        f"Bupati Sekar Pramudita menyapa siswa, dan mengatakan mereka hebat.\n\n{SPOKEN} katanya.",
        "Warga Kecamatan Pasirangin mengeluhkan jalan yang berlubang.",
        "Kepada siswa, Darmadi mengucapkan selamat.",
        "Kota Sukamaju memiliki 200 pedagang.",
        "",
    ],
)
def test_nobody_but_officials_is_heard(body: str) -> None:
    assert Trait.VOICE not in found(body)


def test_officials_alone_are_told_of_until_a_citizen_is_heard() -> None:
    alone = f"{SPOKEN} kata Wali Kota Sukamaju Sekar Pramudita.\n\n“Kami siap melayani semua,” kata Sekar."
    assert found(alone)[Trait.LEADERS].tone is None
    assert alone[found(alone)[Trait.LEADERS].start :].startswith("kata Wali Kota")
    both = f"{alone}\n\n{SPOKEN} kata Yayan, warga Tirtasari."
    assert Trait.LEADERS not in found(both)
    assert both[found(both)[Trait.VOICE].start : found(both)[Trait.VOICE].end] == "kata Yayan, warga Tirtasari"


@pytest.mark.parametrize(
    "body",
    [
        "Imunisasi dilayani tanpa biaya di 15 puskesmas.",
        "Sebanyak 120 nelayan menerima bantuan mesin perahu.",
        "Beasiswa diberikan kepada 300 siswa dari keluarga prasejahtera.",
        "Aplikasi itu memudahkan warga mengurus kartu keluarga.",
        "Pasien dapat berobat sampai pukul 20.00.",
        "Jembatan itu mengurai kemacetan di pusat kota.",
    ],
)
def test_a_benefit_is_told(body: str) -> None:
    sign = found(f"Layanan dibuka. {body}")[Trait.BENEFIT]
    assert sign.tone is Tone.POSITIF
    assert sign.start == len("Layanan dibuka. ")


@pytest.mark.parametrize(
    "body",
    [
        "Bupati berharap bantuan itu diberikan kepada warga.",
        "Wali Kota melantik lima pejabat.",
        "Semoga pelayanan gratis segera hadir.",
        "Bantuan hukum dibahas dalam rapat.",
        "Pemerintah menerima penghargaan.",
    ],
)
def test_a_hope_or_a_word_alone_is_no_benefit(body: str) -> None:
    assert Trait.BENEFIT not in found(body)


def test_the_field_of_the_benefit_goes_before_the_text() -> None:
    sign = found("Layanan digelar gratis.", benefit="Pekerja berobat **sore** hari.")[Trait.BENEFIT]
    assert (sign.field, sign.text) == ("benefit", "Pekerja berobat sore hari.")


def test_what_is_told_of_a_long_benefit_is_short() -> None:
    text = found("Warga mendapat beras gratis " + "dan gula " * 30 + "hari ini.")[Trait.BENEFIT].text
    assert len(text) <= 62
    assert text.endswith(" …")


def test_a_ceremony_is_told_of_where_there_is_nothing_else() -> None:
    opened = "Bupati menghadiri peresmian gedung baru."
    assert found(opened)[Trait.CEREMONY].end == len("Bupati menghadiri")
    assert Trait.CEREMONY not in found(f"{opened} Warga dapat mengurus izin di sana.")


def test_places_are_those_of_the_text_as_it_was_typed() -> None:
    body = "Pasar *dibuka* lagi.\n\n**Warga** mendapat kios gratis."
    sign = found(body)[Trait.BENEFIT]
    assert body[sign.start : sign.end].endswith("Warga** mendapat kios gratis.")


@pytest.mark.parametrize(
    "text",
    [
        "seorang warga, " * 6000,
        "“kata ”" * 10_000,
        "\n".join(f'"Kami mau makan pagi," kata Ai{i}.' for i in range(2000)),
    ],
)
def test_a_long_text_takes_time_in_proportion(text: str) -> None:
    """Some tenths of a second each; were it the square of the length, minutes."""
    assert all(0 <= sign.start < sign.end <= len(text) for sign in found(text).values())


def test_the_texts_that_were_judged_are_enough_to_tell() -> None:
    verdicts = judged().values()
    assert len(verdicts) >= 40
    assert sum(one[Trait.VOICE] for one in verdicts) >= 10
    assert sum(one[Trait.BENEFIT] for one in verdicts) >= 25
