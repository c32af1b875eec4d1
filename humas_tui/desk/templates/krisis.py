"""Crisis: the layout."""

from ...i18n import N_
from ...model import Category, Kind
from ..template import Template

KRISIS = Template(
    name="krisis",
    title=N_("Crisis"),
    hint=N_("First statement: what is known, what is not known yet, what is being done"),
    kind=Kind.KETERANGAN_PERS,
    category=Category.KRISIS,
    order=17,
    body="""
{apa} di {di_mana}, {kapan}. {siapa} menangani kejadian ini.

**Yang sudah diketahui:** [fakta yang telah dipastikan, beserta sumbernya].

**Yang belum diketahui:** [hal yang masih diperiksa; penyebab sementara: {mengapa}].

**Yang sedang dilakukan:** {bagaimana}.

**Yang perlu dilakukan warga:** {manfaat}.

“[kutipan: kepedulian lebih dahulu, lalu tindakan],” kata {kutipan}.

{pesan}.

Keterangan berikutnya disampaikan pada [tanggal], pukul [00.00] WIB. Nomor darurat: [nomor].
""",
)
