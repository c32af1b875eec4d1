"""Education: the layout."""

from ...i18n import N_
from ...model import Category, Kind
from ..template import Template

EDUKASI = Template(
    name="edukasi",
    title=N_("Public guidance"),
    hint=N_("Knowledge that helps: what to do, step by step, whom to ask"),
    kind=Kind.SIARAN_PERS,
    category=Category.PENDIDIKAN,
    order=14,
    body="""
{siapa} {apa} di {di_mana}, {kapan}.

Mengapa ini penting: {mengapa}.

Yang dapat dilakukan warga:

- [langkah pertama]
- [langkah kedua]
- [langkah ketiga]

Caranya: {bagaimana}.

“[kutipan: penjelasan dengan kata sehari-hari],” jelas {kutipan}.

Manfaatnya: {manfaat}.

{pesan}.

Informasi lebih lanjut: [laman, nomor, alamat].
""",
)
