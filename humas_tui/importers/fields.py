"""Front matter to the fields of a draft: every value in its field, or as a tag ``name: value``.

The names are those of a release; the Indonesian ones that officers use are taken too. A value that is not
of its field's form never stops an import.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

import msgspec

from ..model import Category, Contact, Kind, OwnText, Photo, Subject, Tone
from ..text.clean import clean_values
from ..text.dates import parse_date, parse_moment
from . import furniture

_NAMES: Final[dict[str, str]] = {
    "judul": "headline",
    "title": "headline",
    "ringkasan": "summary",
    "tempat": "place",
    "lokasi": "place",
    "tanggal": "event_date",
    "tanggal_kegiatan": "event_date",
    "jenis": "kind",
    "kategori": "category",
    "pesan_kunci": "key_message",
    "manfaat": "benefit",
    "nada": "tone",
    "narahubung": "contacts",
    "kontak": "contacts",
    "kredit": "credits",
    "foto": "photos",
    "tagar": "hashtags",
}
_CONTACT_NAMES: Final[dict[str, str]] = {
    "nama": "name",
    "jabatan": "role",
    "telepon": "phone",
    "telp": "phone",
    "wa": "phone",
    "whatsapp": "phone",
    "surel": "email",
}
_PHOTO_NAMES: Final[dict[str, str]] = {
    "berkas": "file",
    "keterangan": "caption",
    "fotografer": "photographer",
    "menampilkan": "shows",
    "izin": "consent",
}
#: What the program keeps about a release by itself; the new draft has its own.
_BOOKKEEPING: Final = frozenset({"id", "status", "created", "updated", "revision", "ignored"})
#: A number is given once; the old one stays as the tag that the other formats make of it, too.
_TAGGED: Final = {"number": "Nomor", "nomor": "Nomor"}
#: Only pictures: a file from outside must not name a private file to be sent along.
_PICTURE: Final = re.compile(r".+\.(?:jpe?g|png|gif|webp|tiff?|heic|avif|bmp)", re.IGNORECASE)
_ZONES: Final = re.compile(r"\b(WIB|WITA|WIT)\s*\Z", re.IGNORECASE)


class _WrongForm(ValueError):
    """A value that its field cannot take."""


def to_fields(front_matter: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of ``Draft`` that front matter holds, those that found no field among ``tags``."""
    found: dict[str, Any] = {}
    left: list[str] = []
    for key, value in front_matter.items():
        name = re.sub(r"[\s-]+", "_", key.strip().casefold())
        name = _NAMES.get(name, name)
        if name in _BOOKKEEPING or value is None or value == "" or value == []:
            continue
        try:
            if name in found or name not in _READERS:
                raise _WrongForm
            found[name] = _READERS[name](value)
            whole = name != "event_date" or furniture.says_only(found[name], _text(value))
        except _WrongForm:
            whole = False
        if not whole:
            left.append(f"{_TAGGED.get(name, key)}: {_as_text(value)}")
    found["tags"] = (*found.get("tags", ()), *left)
    return found


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise _WrongForm


def _day(value: Any) -> date:
    day = parse_date(_text(value))
    if day is None:
        raise _WrongForm
    return day


def _moment(value: Any) -> datetime:
    """A time with its zone, which must be named: the same hour without one is three moments in Indonesia."""
    text = _text(value).strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        zone = _ZONES.search(text)
        found = parse_moment(text, furniture.ZONES[zone[1].upper()]) if zone else None
        if found is None:
            raise _WrongForm from None
        moment = found
    if moment.tzinfo is None:
        raise _WrongForm
    return moment


def _kind(value: Any) -> Kind:
    text = _text(value)
    kind = furniture.label(text.replace("_", " "))
    if kind is None:
        raise _WrongForm
    return kind


def _category(value: Any) -> Category:
    try:
        return Category(re.sub(r"[\s-]+", "_", _text(value).strip().casefold()))
    except ValueError:
        raise _WrongForm from None


def _texts(value: Any) -> tuple[str, ...]:
    """A list of texts; a text alone is a list of one."""
    return tuple(map(_text, value)) if isinstance(value, list) else (_text(value),)


def _words(value: Any) -> tuple[str, ...]:
    """A list of short texts, or one text with commas between them."""
    return _texts(value) if isinstance(value, list) else tuple(re.split(r"\s*,\s*", _text(value).strip()))


def _hashtags(value: Any) -> tuple[str, ...]:
    """A list of hashtags, or one text of them, without their marks."""
    words = _texts(value) if isinstance(value, list) else re.split(r"[\s,]+", _text(value).strip())
    return tuple(word.lstrip("#") for word in words)


def _contacts(value: Any) -> tuple[Contact, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(
        furniture.contact(_text(item))
        if not isinstance(item, dict)
        else Contact(**_named(item, _CONTACT_NAMES, Contact))
        for item in items
    )


def _photos(value: Any) -> tuple[Photo, ...]:
    photos = []
    for item in value if isinstance(value, list) else [value]:
        values = _named(item, _PHOTO_NAMES, Photo) if isinstance(item, dict) else {"file": _text(item)}
        if not _PICTURE.fullmatch(values.get("file", "")):
            raise _WrongForm
        photos.append(Photo(**values))
    return tuple(photos)


def _subjects(value: Any) -> tuple[Subject, ...]:
    try:
        return tuple(dict.fromkeys(Subject(word.strip().casefold()) for word in _words(value) if word))
    except ValueError:
        raise _WrongForm from None


def _own_texts(value: Any) -> tuple[OwnText, ...]:
    """The texts written by hand, as the program itself writes them down."""
    try:
        return msgspec.convert(clean_values(value), tuple[OwnText, ...], strict=False)
    except msgspec.ValidationError:
        raise _WrongForm from None


def _named(item: Mapping[str, Any], names: Mapping[str, str], form: type[Contact] | type[Photo]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in item.items():
        name = names.get(key.strip().casefold(), key.strip().casefold())
        if name not in form.__struct_fields__ or name in values:
            raise _WrongForm
        if name == "shows":
            values[name] = _subjects([] if value is None else value)
        else:
            values[name] = "" if value is None else _text(value)
    return values


def _tones(value: Any) -> tuple[Tone, ...]:
    try:
        return tuple(dict.fromkeys(Tone(word.strip().casefold()) for word in _words(value) if word))
    except ValueError:
        raise _WrongForm from None


_READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "kind": _kind,
    "category": _category,
    "headline": _text,
    "summary": _text,
    "place": _text,
    "event_date": _day,
    "key_message": _text,
    "benefit": _text,
    "tone": _tones,
    "contacts": _contacts,
    "credits": _texts,
    "photos": _photos,
    "hashtags": _hashtags,
    "embargo": _moment,
    "tags": _words,
    "texts": _own_texts,
}
