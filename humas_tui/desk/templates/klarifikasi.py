"""Clarification: the layout."""

from ...i18n import N_
from ...model import Category, Kind
from ..template import Template

KLARIFIKASI = Template(
    name="klarifikasi",
    title=N_("Clarification"),
    hint=N_("False information is circulating: what is true, with proof"),
    kind=Kind.KLARIFIKASI,
    category=Category.PENERANGAN_UMUM,
    order=15,
    body="""
{siapa} menjelaskan bahwa {apa}, {kapan}.

Informasi yang beredar: [kutip kabar itu, sebutkan di mana dan sejak kapan beredar].

Yang benar: [fakta, angka, dokumen, dan sumbernya].

Kekeliruan itu terjadi karena {mengapa}. Lokasi yang dimaksud: {di_mana}.

“[kutipan],” tegas {kutipan}.

Langkah yang diambil: {bagaimana}.

Yang perlu diketahui warga: {manfaat}.

{pesan}.

Warga dapat memeriksa kebenaran informasi melalui [kanal resmi].
""",
)
