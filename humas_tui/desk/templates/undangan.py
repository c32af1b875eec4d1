"""Media invitation: the layout."""

from ...i18n import N_
from ...model import Category, Kind
from ..template import Template

UNDANGAN = Template(
    name="undangan",
    title=N_("Media invitation"),
    hint=N_("Inviting journalists: when, where, what there is to see"),
    kind=Kind.UNDANGAN_LIPUTAN,
    category=Category.AKTIVITAS,
    order=16,
    body="""
{siapa} mengundang rekan-rekan media untuk meliput acara berikut.

- **Acara:** {apa}
- **Waktu:** {kapan}, pukul [00.00] WIB
- **Tempat:** {di_mana}
- **Narasumber:** {kutipan}
- **Yang dapat diliput:** {bagaimana}

Latar belakang: {mengapa}.

Pentingnya bagi warga: {manfaat}.

{pesan}.

Konfirmasi kehadiran paling lambat [tanggal dan jam] kepada narahubung di bawah ini.
""",
)
