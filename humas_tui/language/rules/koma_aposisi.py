"""``Kepala Dinas, Rudi Hartono mengatakan``: the second comma of a pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.degrees import behind
from ..grammar.names import TITLES
from ..grammar.verbs import is_active, is_passive
from ..grammar.walk import gap, joined, name_end
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_LONGEST_NAME: Final = 4
_LONGEST_TITLE: Final = 14
#: Verbs without *me-* that tell what somebody says or did.
_VERBS: Final = frozenset(
    "berharap berpesan bertindak hadir kata berjanji bersyukur turut ikut juga dalam saat telah akan "
    "sudah langsung resmi usai pun pada di secara".split()
)
#: Behind these the title is somebody else's, and the name is who acts: *Didampingi Camat, Rudi menyerahkan …*.
_OTHERS: Final = frozenset(
    "bersama kepada dengan oleh dari menurut sebagai selaku atas untuk di ke pada mewakili menjadi dan "
    "antara para terhadap seperti seorang mantan bagi".split()
)
#: What may stand between the words of a title.
_SMALL: Final = frozenset("dan bidang urusan pada di".split())
_PARTS: Final = frozenset(
    "panitia sekolah daerah umum dinas desa dusun bidang bagian tim pelaksana harian".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    index = 0
    while index < len(tokens):
        if tokens[index].lower not in TITLES or not tokens[index].capitalised:
            index += 1
            continue
        name = _title_end(paragraph, index)
        others = joined(paragraph, index) and _is_of_others(tokens[index - 1].lower)
        index = max(index + 1, name)
        if others or name >= len(tokens) or gap(paragraph, name) != ", " or not tokens[name].capitalised:
            continue
        end = name_end(paragraph, name)
        last = tokens[end - 1]
        degrees = behind(paragraph.text, last.end)
        close = degrees[-1].end() if degrees else last.end
        verb = _word_behind(paragraph, close)
        if end - name > _LONGEST_NAME or tokens[name].lower in TITLES:
            continue
        if tokens[name].text.isupper() or not (is_active(verb) or is_passive(verb) or verb in _VERBS):
            continue
        start = degrees[-1].start("degree") if degrees else last.start
        whole = paragraph.text[tokens[name].start : close]
        yield Hit(start, close, (f"{paragraph.text[start:close]},",), names={"name": whole})


def _word_behind(paragraph: Paragraph, position: int) -> str:
    """The word in small letters that a space parts from ``position``; ``""`` where something else stands there."""
    index = paragraph.token_at(position)
    if index < len(paragraph.tokens) and paragraph.text[position : paragraph.tokens[index].start] == " ":
        return paragraph.tokens[index].lower
    return ""


def _is_of_others(word: str) -> bool:
    return word in _OTHERS or is_active(word) or is_passive(word)


def _title_end(paragraph: Paragraph, index: int) -> int:
    """The index of the token behind a title: capitals, figures, abbreviations in brackets, small words between."""
    tokens = paragraph.tokens
    end = index + 1
    while end < len(tokens) and end - index <= _LONGEST_TITLE:
        between = gap(paragraph, end)
        capital = tokens[end].capitalised or tokens[end].text.isdigit()
        small = tokens[end].lower in _SMALL and end + 1 < len(tokens) and tokens[end + 1].capitalised
        if between not in {" ", " (", ") ", "/", ". "} or not (capital or small or tokens[end].text in _PARTS):
            break
        end += 1
    return end


KOMA_APOSISI = Rule(
    code="koma-aposisi",
    level=Level.SARAN,
    title=N_("Second comma missing behind a name"),
    message=N_("The name “{name}” explains the title before it: it stands between two commas."),
    why=N_(
        "A name that explains the title before it is set between two commas: Kepala Dinas Sosial, Rudi Hartono, "
        "mengatakan …. With no comma at all it is right as well: Kepala Dinas Sosial Rudi Hartono mengatakan …."
    ),
    eyd=("TB13",),
    kind=Judgement(_find, marks=frozenset(","), words=TITLES),
    examples=(
        (
            "Kepala Dinas Sosial Kota Bogor, Rudi Hartono mengatakan bantuan tiba.",
            "Kepala Dinas Sosial Kota Bogor, Rudi Hartono, mengatakan bantuan tiba.",
        ),
        (
            "Acara dibuka meriah. Bupati Garut, Siti Rahma berharap pasar ramai.",
            "Acara dibuka meriah. Bupati Garut, Siti Rahma, berharap pasar ramai.",
        ),
    ),
    leave_alone=(
        "Kepala Dinas Sosial, Rudi Hartono, mengatakan bantuan tiba.",
        "Kepala Dinas Sosial Rudi Hartono mengatakan bantuan tiba.",
        "Didampingi Camat Cisarua, Rudi Hartono menyerahkan bantuan.",
        "Hadir Camat Cisarua, Kapolsek, dan tokoh warga.",
    ),
)
