"""A real word, but not the one that was meant: the words beside it tell so."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

#: A verb with its prefix; not media, mental, berita and other nouns that begin alike.
_VERB: Final = (
    r"(?:di(?!gital|mensi|skusi|versi|agnosa|agnosis)[a-z]{4,}|me(?!dia|ntal|nteri|mori|tode|kanis|sin|dan|dis)[a-z]{5,}"
    r"|ber(?!ita|as|kas)[a-z]{4,})"
)

TERTUKAR_PASTI = Rule(
    code="tertukar-pasti",
    level=Level.GALAT,
    title=N_("One word for another"),
    message=N_("“{found}” is a word, but here “{fix}” was meant."),
    why=N_(
        "A slip or a program that corrects while one types can make another word of a word: unjuk itu for untuk "
        "itu, bias digunakan for bisa digunakan, sangsi pidana for sanksi pidana. The dictionary does not see it; "
        "the words beside it do."
    ),
    source="KBBI",
    certain=True,
    kind=Patterns(
        (
            Pattern(rf"\b(?P<at>(?P<u>[Uu])njuk) (?:itu|ini|{_VERB}|para|warga|masyarakat)\b", r"\g<u>ntuk"),
            Pattern(rf"\b(?P<at>bias) (?:{_VERB}|jadi|saja|juga|terus|tetap|lebih)\b", "bisa"),
            Pattern(r"\b(?i:tidak|tak|belum|akan|juga|agar|supaya|sudah) (?P<at>bias) (?=[a-z])", "bisa"),
            Pattern(r"\b(?P<at>(?P<a>[Aa])ka nada)\b", r"\g<a>kan ada"),
            Pattern(
                r"\b(?i:media|amukan|amuk|kerumunan|ribuan|ratusan|puluhan|organisasi|aksi|penggalangan|pengerahan)"
                r" (?P<at>masa)\b(?! (?:lalu|lampau|silam|depan|kini|jabatan|percobaan))",
                "massa",
            ),
            Pattern(
                r"\b(?P<at>(?P<m>[Mm])assa) (?=(?:jabatan|depan|kini|lalu|lampau|tugas|kerja|berlaku|tanam|panen"
                r"|bakti|pandemi|tenggang|transisi|reses|tunggu|sidang|sanggah|libur|tua|kecil|kanak-kanak|penjajahan)\b)",
                r"\g<m>asa",
            ),
            Pattern(
                r"\b(?P<at>(?P<s>[Ss])angsi) (?=(?:pidana|perdata|administrasi|administratif|tegas|denda|hukum"
                r"|berat|ringan|sosial|berupa|moral|adat|etik|teguran|pemecatan)\b)",
                r"\g<s>anksi",
            ),
            Pattern(
                r"\b(?:[Dd]i|[Mm]em|[Pp]em)(?:beri|berikan|berian|kenai|kenakan|jatuhi|jatuhkan) (?P<at>sangsi)\b",
                "sanksi",
            ),
            Pattern(
                r"\b(?i:kena|mendapat|mendapatkan|menerima|penerapan|menerapkan|dapat) (?P<at>sangsi)\b", "sanksi"
            ),
            Pattern(
                r"\b(?P<at>(?P<s>[Ss])arat) (?=(?:dan ketentuan|administrasi|pendaftaran|utama|minimal)\b)",
                r"\g<s>yarat",
            ),
            Pattern(r"\b(?i:persyaratan|memenuhi|dengan) (?P<at>sarat) (?=[a-z])(?!akan|makna|dengan)", "syarat"),
            Pattern(r"\b(?P<at>(?P<s>[Ss])yarat) (?=(?:makna|akan makna|akan nilai)\b)", r"\g<s>arat"),
        ),
        words=frozenset("unjuk bias aka masa massa sangsi sarat syarat".split()),
    ),
    examples=(
        ("Unjuk itu, warga dilatih menulis.", "Untuk itu, warga dilatih menulis."),
        ("Kerja sama ini bias bermanfaat.", "Kerja sama ini bisa bermanfaat."),
        ("Pelanggar dikenai sangsi pidana.", "Pelanggar dikenai sanksi pidana."),
        ("Media masa memuat massa jabatan bupati.", "Media massa memuat masa jabatan bupati."),
    ),
    leave_alone=(
        "Ribuan warga unjuk rasa pada masa reses, massa pendukung bubar.",
        "Bias gender dan bias media dibahas; ia sangsi akan hasilnya.",
        "Memenuhi syarat pendaftaran, sarat makna.",
    ),
)
