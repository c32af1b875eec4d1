"""A bound form is written together with what follows it (antarsesama, pascabencana, non-ASN)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ...i18n import N_
from ..bound import Bound, bound_forms, standard
from ..finding import Level
from ..kinds import Hit, Judgement
from ..kinds.words import CLITICS
from ..prose import Paragraph, Token
from ..rule import Rule

#: Before an acronym it is bound as well: antar-OPD.
_BEFORE_ACRONYMS: Final = frozenset({"antar"})
#: Before a verb it is not the form but a conjunction that was meant: setelah menjalani.
_TIMES: Final = frozenset({"pasca", "paska"})
_VERBAL: Final = ("memb", "memp", "menc", "mend", "meng", "menj", "meny")
#: Also where both have a capital, which makes a name of the others: Adi Karya, Tri Tunggal.
_IN_TITLES: Final = frozenset(
    {"anti", "antar", "ekstra", "nara", "non", "pasca", "paska", "pra", "purna", "sub", "tuna"}
)
#: At the begin of a sentence the others may be a name: Multi Bintang.
_BEFORE_NAMES: Final = frozenset({"pasca", "paska", "non", "anti"})


def _fixes(form: Token, bound: Bound, after: Token) -> tuple[str, ...]:
    """What to write instead of the two; nothing where they may stand so."""
    word = after.lower
    head = standard(form.text)
    if form.lower in _TIMES and word.startswith(_VERBAL):
        return (f"{'Setelah' if form.capitalised else 'setelah'} {after.text}",)
    if not after.capitalised:
        core = next((word[: -len(clitic)] for clitic in CLITICS if word.endswith(clitic)), word)
        return (head + after.text,) if bound.takes(word) or bound.surely_takes(core) else ()
    joined = (f"{head}-{after.text}",)
    if after.text.isupper() and len(after.text) > 1:
        return joined if bound.any or form.lower in _BEFORE_ACRONYMS else ()
    if bound.surely_takes(word):
        return (head + word, *joined) if form.lower in _IN_TITLES or not form.capitalised else ()
    if form.capitalised and (not form.initial or form.lower not in _BEFORE_NAMES):
        return ()
    return joined if bound.any else ()


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    forms = bound_forms()
    if paragraph.words.isdisjoint(forms):
        return
    for token, after in pairwise(paragraph.tokens):
        bound = forms.get(token.lower)
        if bound is None or not paragraph.text[token.end : after.start].isspace():
            continue
        if token.capitalised and not token.initial and not after.capitalised:
            continue  # a name: Tri wulan, Eka suku
        fixes = _fixes(token, bound, after)
        if fixes:
            yield Hit(token.start, after.end, fixes, certain=len(fixes) == 1)


TERIKAT_SERANGKAI = Rule(
    code="terikat-serangkai",
    level=Level.SARAN,
    title=N_("Bound form written apart"),
    message=N_("This part of a word cannot stand alone: “{fix}”."),
    why=N_(
        "Antar-, pasca-, non-, sub-, anti-, tuna- and their like are bound forms: they are written together with "
        "the word that follows (antarsesama, pascabencana, nonfisik), with a hyphen before a capital (non-ASN, "
        "pasca-Covid-19)."
    ),
    eyd=("KB01b",),
    certain=True,
    kind=Judgement(_find),
    examples=(
        ("Kerja sama antar daerah pasca bencana.", "Kerja sama antardaerah pascabencana."),
        ("Pegawai non ASN dan non fisik.", "Pegawai non-ASN dan nonfisik."),
        ("Kepala Sub Bagian Umum menjadi nara sumber.", "Kepala Subbagian Umum menjadi narasumber."),
        ("Pasca menjalani operasi, ia pulang.", "Setelah menjalani operasi, ia pulang."),
        ("Paska Lebaran layanan dibuka lagi.", "Pasca-Lebaran layanan dibuka lagi."),
    ),
    leave_alone=(
        "Ojek antar jemput dan antar barang.",
        "Pada masa pra dan pascabencana di musim semi.",
        "Ibu Tri Wulandari dan Pak Adi Karya.",
        "Multi Bintang membuka pabrik.",
    ),
)
