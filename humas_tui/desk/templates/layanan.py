"""Public service: the layout."""

from ...i18n import N_
from ...model import Category, Kind
from ..template import Template

LAYANAN = Template(
    name="layanan",
    title=N_("Public service"),
    hint=N_("A service that citizens can use: cost, place, time, conditions"),
    kind=Kind.SIARAN_PERS,
    category=Category.PENERANGAN_UMUM,
    order=12,
    body="""
{siapa} {apa} di {di_mana}, {kapan}.

Manfaat bagi warga: {manfaat}.

Cara memperoleh layanan:

1. [langkah pertama]
2. [langkah kedua]
3. [langkah ketiga]

Syarat, biaya, dan jam layanan: {bagaimana}.

Layanan ini dibuka karena {mengapa}.

“[kutipan],” tutur {kutipan}.

{pesan}.

Pengaduan dan pertanyaan: [hotline atau nomor WhatsApp].
""",
)
