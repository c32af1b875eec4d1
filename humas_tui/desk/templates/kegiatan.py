"""Event: the layout."""

from ...i18n import N_
from ...model import Category, Kind
from ..template import Template

KEGIATAN = Template(
    name="kegiatan",
    title=N_("Event"),
    hint=N_("An event, a visit, a competition: what it brings, not who spoke"),
    kind=Kind.SIARAN_PERS,
    category=Category.AKTIVITAS,
    order=10,
    body="""
{siapa} {apa} di {di_mana}, {kapan}.

Kegiatan ini dilakukan karena {mengapa}.

Pelaksanaannya: {bagaimana}.

“[kutipan: satu atau dua kalimat],” ujar {kutipan}.

Bagi warga: {manfaat}.

{pesan}.

[Langkah berikutnya, beserta tanggalnya.]
""",
)
