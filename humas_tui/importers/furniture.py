"""The short lines around a release: label, number, time of release, credits, contacts, hashtags, end mark.

Each is known by its own form, line by line; ``structure`` knows where in a text they stand. The forms are
those of government releases and local papers, 2018 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from ..model import Contact, Kind
from ..text.dates import find_date, parse_moment, weekday

#: A line of these words is a label and says no more than the kind.
LABELS: Final[dict[str, Kind]] = {
    "siaran pers": Kind.SIARAN_PERS,
    "press release": Kind.SIARAN_PERS,
    "rilis pers": Kind.SIARAN_PERS,
    "pers rilis": Kind.SIARAN_PERS,
    "rilis": Kind.SIARAN_PERS,
    "keterangan pers": Kind.KETERANGAN_PERS,
    "klarifikasi": Kind.KLARIFIKASI,
    "undangan liputan": Kind.UNDANGAN_LIPUTAN,
    "ralat": Kind.RALAT,
    "ralat siaran pers": Kind.RALAT,
    "penarikan": Kind.PENARIKAN,
    "penarikan siaran pers": Kind.PENARIKAN,
}
#: A line of more words is prose.
SHORT: Final = 15

_NUMBER: Final = re.compile(r"(?:nomor|no\.?)\s*:?\s*\S*\d\S*(?:\s+tahun\s+\d{4})?", re.IGNORECASE)
_AT_ONCE: Final = re.compile(r"untuk disiarkan segera\W*", re.IGNORECASE)
_EMBARGO: Final = re.compile(
    r"embargo\s+(?:sampai|hingga)(?:\s+dengan)?\s*:?\s+"
    r"((?:(?!\b(?:WITA|WIT|WIB)\b).){1,60}\d{1,2}[.:]\d{2}\s*(WITA|WIT|WIB))\W*",
    re.IGNORECASE,
)
#: The zones of Indonesia, as releases name them.
ZONES: Final = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
WEEKDAYS: Final = r"\b(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Ahad|Minggu)\b"
_ONE_DATE: Final = re.compile(
    r"(?P<weekday>[A-Za-z'’]+)?[\s,(]*"
    r"(?P<date>\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}|\d{1,2}\s+[A-Za-z]+\s+\d{4}|\d{4}-\d\d-\d\d)?\)?"
)
_END_MARK: Final = re.compile(
    r"[-–—*#=_~\s]{2,}|[*#]|\(\*+\)|[-–—*#=_~\s]*(?:selesai|tamat|end|o0o)[-–—*#=_~\s]*|[-–—]+\s*30\s*[-–—]+",
    re.IGNORECASE,
)
_HASHTAGS: Final = re.compile(r"#[^\W_][\w]*(?:[\s,]+#[^\W_][\w]*)*")
_FOLLOWING: Final = re.compile(r"ikuti\s+(?:(?:akun|media\s+sosial)\s+)?kami\s*(?:di\s*)?:.*", re.IGNORECASE)
_ROLE: Final = (
    r"(?:reporter|editor|penulis|pewarta|wartawan|kontributor|fotografer|juru\s+(?:foto|potret)|redaktur|redaksi|"
    r"penyunting|penanggung\s*jawab|sumber|teks|naskah|videografer|dokumentasi|foto(?:\s*/\s*\w+)?|"
    r"rilis|admin|liputan|laporan|oleh|diadaptasi\s+oleh|dikirim\s+oleh)"
)
_WITH_COLON: Final = re.compile(rf"[(\[]?{_ROLE}(?:\s*[/&]\s*{_ROLE})*\s*[:=].*\w.*", re.IGNORECASE)
_WITHOUT_COLON: Final = re.compile(
    r"(?:Reporter|Editor|Penulis|Pewarta|Kontributor|Fotografer|Redaktur|Penyunting)(?:\s+[A-Z.][\w.’']*){1,5}"
    r"|Laporan Wartawan\b.*"
)
_UNIT: Final = re.compile(r"(?:tim|humas|bagian\s+humas|\w*kominfo|foto)\b.*", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"\([^()\n]+(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]\n]+\]")
_CONTACTS_TITLE: Final = re.compile(
    r"(?:narahubung|kontak\s+media|kontak\s+pers|media\s+contact|contact\s+person|kontak)\s*(?::\s*(?P<rest>.*)|)",
    re.IGNORECASE,
)
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(r"(?<!\d)(?:\+62|62|\(0\d{1,3}\)|0)[\d\s().-]{5,18}\d")
_PIECES: Final = re.compile(r"\s+[-–—|/·]\s+|\s*;\s*")
_DEGREE: Final = re.compile(r"\s*(?:[A-Z][\w]{0,4}\.)+[A-Z]?\w{0,4}\.?")


def label(line: str) -> Kind | None:
    """The kind that ``SIARAN PERS`` or another label names; None for another line."""
    return LABELS.get(line.casefold().strip(" :*"))


def labelled(line: str) -> tuple[Kind, str] | None:
    """The kind that a line names, and the number behind it ("" for none); None for another line.

    ``SIARAN PERS``, ``SIARAN PERS Nomor: 021/HUMAS/XI/2026``."""
    match = re.fullmatch(r"(?P<label>.*?)\W*\b(?P<number>no(?:mor)?\b.*)", line, re.IGNORECASE)
    kind = label(match["label"] if match else line)
    number = match["number"] if match else ""
    return None if kind is None or (number and not is_number(number)) else (kind, number)


def is_number(line: str) -> bool:
    """``Nomor: 021/HUMAS/XI/2026``."""
    return _NUMBER.fullmatch(line) is not None


def is_release_time(line: str) -> bool:
    """``Untuk disiarkan segera``."""
    return _AT_ONCE.fullmatch(line) is not None


def embargo(line: str) -> datetime | None:
    """The moment that ``EMBARGO sampai Senin, 2 Maret 2026, pukul 13.00 WIB`` names; None without a zone."""
    match = _EMBARGO.fullmatch(line)
    return parse_moment(match[1], ZONES[match[2].upper()]) if match else None


def wrong_weekday(text: str, day: date) -> bool:
    """Whether the first weekday that ``text`` names is not that of ``day``."""
    match = re.search(WEEKDAYS, text, re.IGNORECASE)
    return match is not None and re.sub("['’]", "", match[0]).casefold() != weekday(day).casefold()


def says_only(day: date, text: str) -> bool:
    """Whether the words of a date say no more than ``day``: its own figures, its own weekday."""
    match = _ONE_DATE.fullmatch(text.strip())
    if match is None:
        return False
    says_weekday = match["weekday"] is None or re.fullmatch(WEEKDAYS, match["weekday"], re.IGNORECASE) is not None
    return says_weekday and not wrong_weekday(text, day) and find_date(match["date"] or "") in (day, None)


def is_end_mark(line: str) -> bool:
    """``***``, ``###``, ``-- SELESAI --``, ``(*)``."""
    return len(line) <= 60 and _END_MARK.fullmatch(line) is not None


def hashtags(line: str) -> tuple[str, ...]:
    """The hashtags of a line that holds nothing else, without their mark."""
    return tuple(re.findall(r"#(\w+)", line)) if _HASHTAGS.fullmatch(line) else ()


def is_following(line: str) -> bool:
    """``Ikuti kami: Instagram @diskominfo · X @diskominfo``."""
    return _FOLLOWING.fullmatch(line) is not None


def is_credit(line: str) -> bool:
    """``Reporter Firdaus``, ``Penulis: …``, ``(Tim Komunikasi Publik / …)``, ``Sumber: https://…``."""
    return is_credit_above(line) or (_is_named(line) and not line.endswith("."))


def is_credit_above(line: str) -> bool:
    """Whether a line is a credit even above the text, where ``Humas Pemkot Ikuti Pelatihan`` is a headline."""
    if not 0 < len(line.split()) <= SHORT:
        return False
    if any(form.fullmatch(line) for form in (_WITH_COLON, _WITHOUT_COLON, _BRACKETED)):
        return True
    return line.endswith(".") and len(line.split()) <= 8 and _is_named(line)


def _is_named(line: str) -> bool:
    """``Tim Komunikasi Publik - Dinkominfo Kota Pekalongan``: a unit, and nothing but names behind it."""
    words = line.split()
    if len(words) > SHORT or _UNIT.fullmatch(line) is None:
        return False
    return all(not word[0].isalpha() or word[0].isupper() or word in ("dan", "oleh") for word in words)


def contacts_title(line: str) -> str | None:
    """What stands behind ``Narahubung:`` in its line ("" where nothing does); None for another line."""
    match = _CONTACTS_TITLE.fullmatch(line)
    return None if match is None else match["rest"] or ""


def contacts(lines: Sequence[str]) -> tuple[Contact, ...] | None:
    """A contact a line; None where a line shows neither telephone nor address: then they are prose."""
    if not lines or not all(
        len(line.split()) <= 2 * SHORT and (_EMAIL.search(line) or _PHONE.search(line)) for line in lines
    ):
        return None
    return tuple(map(contact, lines))


def contact(line: str) -> Contact:
    """``Rina Astuti, Kepala Subbagian Humas – 0812-0000-0101 – humas@kota.example``; no word is dropped."""
    email, line = _taken(_EMAIL, line)
    phone, line = _taken(_PHONE, line)
    pieces = [piece.strip(" ,:()[]<>-–—|/·") for piece in _PIECES.split(line)]
    name, *others = [piece for piece in pieces if piece] or [""]
    name, role = _name_and_role(name)
    return Contact(name=name, role=", ".join(filter(None, (role, *others))), phone=phone, email=email)


def _taken(pattern: re.Pattern[str], line: str) -> tuple[str, str]:
    match = pattern.search(line)
    if match is None:
        return "", line
    return match[0], f"{line[: match.start()]} – {line[match.end() :]}"


def _name_and_role(text: str) -> tuple[str, str]:
    """Parted at the first comma that is not before a degree: ``Drs. Budi, M.Si., Kepala Bagian``."""
    parts = text.split(",")
    cut = 1
    while cut < len(parts) and _DEGREE.fullmatch(parts[cut]):
        cut += 1
    return ",".join(parts[:cut]).strip(), ",".join(parts[cut:]).strip()
