"""Achievement: the layout."""

from ...i18n import N_
from ...model import Category, Kind
from ..template import Template

CAPAIAN = Template(
    name="capaian",
    title=N_("Achievement"),
    hint=N_("A result with its figures, their source, and what comes next"),
    kind=Kind.SIARAN_PERS,
    category=Category.LANGKAH_PEMERINTAH,
    order=13,
    body="""
{siapa} {apa}, {kapan}.

Capaian itu diukur dari [angka], naik dari [angka sebelumnya] pada [tahun], menurut [sumber data].

Hasil ini dicapai dengan cara berikut: {bagaimana}. Latar belakangnya: {mengapa}.

“[kutipan: apa arti capaian ini],” ujar {kutipan}.

Bagi warga: {manfaat}.

{pesan}.

Pekerjaan yang masih tersisa: [apa, di mana, kapan selesai]. Lokasi: {di_mana}.
""",
)
