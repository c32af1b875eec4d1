"""``Dalam acara itu membahas …``: a preposition takes the subject away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_active
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_OPENING: Final = frozenset('"“')
_FIRST_WORDS: Final = ("Da", "da", "Pa", "pa", "Di", "Me", "De", "Un", "Ba", "Ke", "Se", "Be")
_PREPOSITION: Final = r"(?P<prep>[Dd]alam|[Pp]ada|Di|Melalui|Dengan|Dari|Untuk|Bagi|Kepada)"
#: *Dalam acara itu membahas*: the verb follows the demonstrative at once.
_DIRECT: Final = re.compile(
    rf"(?P<at>{_PREPOSITION} (?P<noun>[\w-]+(?: [\w-]+){{0,3}}? (?:itu|ini|tersebut))),? "
    r"(?:juga |akan |turut |telah )?(?P<verb>[a-z]+)\b"
)
#: *Bagi warga yang ingin ikut dapat mendaftar*.
_ADDRESSED: Final = re.compile(
    r"(?P<at>(?P<prep>Bagi|Kepada|Untuk) (?P<noun>(?:yang|warga|masyarakat|peserta|para|seluruh|semua)\b"
    r"[^,.?!]{3,90}?)) (?P<verb>dapat|bisa|harap|diharap|diharapkan|diimbau|dimohon|diminta|wajib|harus)\b"
)
#: *Sesuai harapan Bupati, disampaikan Rina, menginginkan*: the first word that could be a verb has nobody.
_LATE: Final = re.compile(
    r"(?P<at>(?P<prep>Sesuai dengan|Sesuai|Dalam|Pada|Berdasarkan|Melalui) (?P<noun>[^,.?!]{3,90}))"
    r"(?:, (?:kata|ujar|tutur|ucap|disampaikan|dikatakan|lanjut|jelas|menurut) [^,.?!]{2,40})?, "
    r"(?P<verb>menginginkan|mengharapkan|mengatakan|menyatakan|menyampaikan|menegaskan|menjelaskan|mengajak|"
    r"mengimbau|mengungkapkan|meminta agar|meminta supaya|berharap|berpesan)\b"
)
#: *Dalam sambutan Menteri yang dibacakan Bupati mengatakan*.
_SPEECH: Final = re.compile(
    r"(?P<at>(?P<prep>Dalam|Pada) (?P<noun>(?:sambutan|arahan|laporan|paparan|pidato) [A-Z][^,.?!“”\"]{3,160}?)) "
    r"(?P<verb>mengatakan|menyampaikan|menyebutkan|menekankan|menegaskan|menjelaskan|berharap|berpesan)\b"
)
#: Whom or what these verbs tell of stands before them, never behind.
_ATTENDED: Final = frozenset("dihadiri diikuti dimeriahkan dipimpin diperuntukkan".split())
_PERSON: Final = re.compile(r"\b(?:saya|kami|kita|dia|ia|beliau|mereka|pihaknya|hal|sini\w*|situ\w*|sana)\b")
#: Times, places and occasions do nothing themselves: leaving out the preposition is no cure.
_NO_SUBJECT: Final = re.compile(
    r"(?:adanya|kesempatan|saat|waktu|hari|tanggal|tempat|lokasi|tahun|momen|sambutannya)\b"
)
#: They may stand behind an adverbial with nobody before them.
_NO_VERB: Final = frozenset({"menjadi", "mengingat", "menurut", "menjelang", "melainkan", "merupakan"})


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for start, _end in paragraph.sentences:
        begin = start + (text[start] in _OPENING)
        if not text.startswith(_FIRST_WORDS, begin):
            continue
        for pattern in (_DIRECT, _ADDRESSED, _LATE, _SPEECH):
            match = pattern.match(text, begin)
            if match is not None and _is_without(pattern, match):
                noun = match["noun"]
                fix = () if _NO_SUBJECT.match(noun) else (noun[0].upper() + noun[1:],)
                yield Hit(*match.span("at"), fix, names={"prep": match["prep"].lower(), "verb": match["verb"]})
                break


def _is_without(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether what the pattern found has nobody who does it."""
    if pattern is _DIRECT and not _acts(match["verb"]):
        return False
    return pattern is _ADDRESSED or _PERSON.search(match["noun"]) is None


def _acts(verb: str) -> bool:
    """Whether somebody or something must stand before the verb."""
    return verb in _ATTENDED or (is_active(verb) and verb not in _NO_VERB)


KALIMAT_SUBJEK = Rule(
    code="kalimat-subjek",
    level=Level.SARAN,
    title=N_("Sentence without a subject"),
    message=N_("Who or what “{verb}”? “{prep}” takes the subject away: leave it out, or name who does it."),
    why=N_(
        "A noun behind a preposition is no subject. Dalam acara itu membahas anggaran has nobody who speaks: "
        "write Acara itu membahas anggaran, or Dalam acara itu Bupati membahas anggaran."
    ),
    source="Tata Bahasa Baku Bahasa Indonesia",
    kind=Judgement(
        _find, words=frozenset("dalam pada di melalui dengan dari untuk bagi kepada sesuai berdasarkan".split())
    ),
    examples=(
        ("Dalam acara itu membahas anggaran.", "Acara itu membahas anggaran."),
        ("Pada aksi ini turut dihadiri ketua RT.", "Aksi ini turut dihadiri ketua RT."),
        ("Bagi warga yang ingin ikut dapat mendaftar.", "Warga yang ingin ikut dapat mendaftar."),
        (
            "Sesuai dengan harapan Bupati, disampaikan Rina, menginginkan layanan cepat.",
            "Harapan Bupati, disampaikan Rina, menginginkan layanan cepat.",
        ),
    ),
    leave_alone=(
        "Dalam acara itu Bupati membahas anggaran.",
        "Bagi warga yang ingin ikut, pendaftaran dibuka.",
        "Dalam sambutannya, Camat mengatakan hal serupa.",
        "Dengan cara ini kami menghemat waktu.",
    ),
)
