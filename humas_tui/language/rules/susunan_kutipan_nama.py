"""A speaker without full name or title at the first mention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Shape
from ..kinds.functions import Placed
from ..prose import Document
from ..rule import Rule
from ..structure import is_news, prose, speeches

#: What a speaker is: an office, a trade, a part played in the event.
TITLES: Final = frozenset(
    """
    wali bupati gubernur kepala kadis kabid kasi kabag kasubbag kasubag sekretaris sekda ketua wakil direktur camat
    lurah kades menteri presiden kapolres kapolsek dandim danrem komandan koordinator manajer juru jubir
    anggota warga pedagang petani guru siswa siswi mahasiswa pelajar orang ibu bapak peserta pengurus dokter
    bidan perawat pelaksana asisten staf rektor dosen pemilik pengusaha nelayan relawan kader tokoh ustaz kiai
    penjabat pj plt plh sopir buruh pekerja perajin seniman atlet pelatih penyuluh pengelola
    penerima korban saksi inspektur analis
    """.split()
)
#: So near to the name the title stands (characters).
NEAR: Final = 90
_WORD: Final = re.compile(r"\w+")


def find(document: Document) -> Iterator[Placed]:
    """The attribution of the first quotation of each speaker whose full name, or title, was not given yet."""
    if not is_news(document):
        return
    before = ""
    known: set[str] = set()
    parts = prose(document)
    texts = {id(part): place for place, part in enumerate(parts)}
    for speech in speeches(document):
        if not speech.name or speech.name in known:
            continue
        known.add(speech.name)
        start, end = speech.said
        place = texts[id(speech.part)]
        before = "\n".join(part.paragraph.text for part in parts[:place])
        before += "\n" + speech.part.paragraph.text[:start]
        lacking = _lacking(speech.name, speech.part.paragraph.text[start:end], before)
        if lacking:
            yield "body", speech.part, Hit(start, end, names={"name": speech.name, "missing": lacking})


def _lacking(name: str, clause: str, before: str) -> str:
    """What is missing of a speaker: nothing, ``nama lengkap``, ``jabatan``."""
    words = _WORD.findall(name)
    titled = _titled(clause)
    if len(words) == 1 and not titled:
        mention = re.search(rf"[A-Z]\w+\s+{re.escape(name)}\b|\b{re.escape(name)}\s+[A-Z]\w+", before)
        if mention is None:
            return "nama lengkap dan jabatan"
        return "" if _titled(before[max(0, mention.start() - NEAR) : mention.end() + NEAR]) else "jabatan"
    if titled or len(words) == 1:
        return ""
    for mention in re.finditer(re.escape(name), before):
        if _titled(before[max(0, mention.start() - NEAR) : mention.end() + NEAR]):
            return ""
    return "jabatan"


def _titled(text: str) -> bool:
    return any(word.lower() in TITLES for word in _WORD.findall(text))


SUSUNAN_KUTIPAN_NAMA = Rule(
    code="susunan-kutipan-nama",
    level=Level.SARAN,
    title=N_("Speaker without full name and title"),
    message=N_("At the first mention of {name} this is missing: {missing}."),
    why=N_(
        "At the first mention a speaker has full name and title; later the short name is enough. Journalists "
        "cannot "
        "ask, and a wrong title is an affront."
    ),
    source="Praktik siaran pers: nama lengkap dan jabatan pada penyebutan pertama",
    kind=Shape(find),
    examples=(
        (
            "Layanan sore dibuka di Sukamaju.\n\n“Kami ingin semua pekerja dapat berobat,” ujar Sekar.",
            "Layanan sore dibuka di Sukamaju.\n\n“Kami ingin semua pekerja dapat berobat,” ujar Wali Kota "
            "Sukamaju "
            "Sekar Pramudita.",
        ),
        (
            "“Kami ingin semua pekerja dapat berobat,” ujar Sekar Pramudita.",
            "“Kami ingin semua pekerja dapat berobat,” ujar Sekar Pramudita, Wali Kota Sukamaju.",
        ),
    ),
    leave_alone=(
        "Wali Kota Sukamaju Sekar Pramudita membuka layanan.\n\n“Kami ingin semua berobat,” ujar Sekar.",
        "“Antreannya sekarang pendek sekali,” kata Wahyuni Sulastri, warga Tirtasari.",
        "“Kami ingin semua pekerja dapat berobat,” ujarnya.",
    ),
)
