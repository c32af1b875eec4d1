"""Policy: the layout."""

from ...i18n import N_
from ...model import Category, Kind
from ..template import Template

KEBIJAKAN = Template(
    name="kebijakan",
    title=N_("Policy"),
    hint=N_("A new rule or programme: what changes, for whom, from when"),
    kind=Kind.SIARAN_PERS,
    category=Category.KEBIJAKAN,
    order=11,
    body="""
{siapa} {apa} mulai {kapan}.

Kebijakan ini diambil karena {mengapa}. Dasar hukumnya: [nomor dan nama peraturan].

Cara kerjanya: {bagaimana}.

“[kutipan: mengapa kebijakan ini dipilih],” kata {kutipan}.

Yang berubah bagi warga: {manfaat}.

{pesan}.

Kebijakan berlaku di {di_mana}. Keterangan lebih lanjut: [hotline, laman, loket].
""",
)
