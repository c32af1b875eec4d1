"""Words of speech outside a quotation."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

LISAN_KATA = Rule(
    code="lisan-kata",
    level=Level.GAYA,
    title=N_("Word of speech"),
    message=N_("“{found}” is spoken; written it is “{fix}”."),
    why=N_(
        "Nggak, udah, bikin, kayak are words of talk. In the words of a speaker they may stand; the text of the "
        "office is written Indonesian."
    ),
    source="Ragam tulis",
    spares_quotes=True,
    kind=Words(partial(entries, "lisan"), headlines=False),
    examples=(("Warga nggak perlu datang ke kantor.", "Warga tidak perlu datang ke kantor."),),
    leave_alone=('"Kami nggak perlu datang," kata warga.', "Terima kasih kepada warga."),
)
