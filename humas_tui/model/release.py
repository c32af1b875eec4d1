"""A release: one frozen value. A change gives the next value; nothing is altered in place.

The document in the data file has these fields, by these names. Fields that a newer version added are not
read here; the store leaves them where they are when it writes the others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import PureWindowsPath
from typing import Annotated, Any, Final, Self, TypeAlias

import msgspec
from msgspec import Struct

from ..i18n import N_

#: A time with its zone: one without cannot be compared with the others, and is no value of a release.
Moment: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]


class Kind(StrEnum):
    """What sort of document a release is; the label printed above the headline follows from it."""

    SIARAN_PERS = "siaran_pers"
    KETERANGAN_PERS = "keterangan_pers"
    KLARIFIKASI = "klarifikasi"
    UNDANGAN_LIPUTAN = "undangan_liputan"
    RALAT = "ralat"
    PENARIKAN = "penarikan"


class Status(StrEnum):
    """The steps of a release's life, in order."""

    DRAF = "draf"
    TINJAU = "tinjau"
    DISETUJUI = "disetujui"
    TERBIT = "terbit"
    ARSIP = "arsip"


class Category(StrEnum):
    """The five kinds of information that the 2019 training asked for, and crisis."""

    PENERANGAN_UMUM = "penerangan_umum"
    PENDIDIKAN = "pendidikan"
    KEBIJAKAN = "kebijakan"
    AKTIVITAS = "aktivitas"
    LANGKAH_PEMERINTAH = "langkah_pemerintah"
    KRISIS = "krisis"


class Tone(StrEnum):
    """What the officer says a release is like, for those who choose what goes on the accounts.

    The 2019 training asked government accounts for more positive and humanist content: ``positif`` tells what
    citizens get of something, ``humanis`` has one of them speak.
    """

    HUMANIS = "humanis"
    POSITIF = "positif"


class Subject(StrEnum):
    """Whom a photo may show only with permission.

    Data of children and data on health are specific personal data (Law 27/2022 on the protection of personal
    data, article 4 (2)); for a child a parent or guardian agrees (article 25).
    """

    ANAK = "anak"
    PASIEN = "pasien"


#: What each value is called on the screen (message ids).
KINDS: Final[dict[Kind, str]] = {
    Kind.SIARAN_PERS: N_("Press release"),
    Kind.KETERANGAN_PERS: N_("Press statement"),
    Kind.KLARIFIKASI: N_("Clarification"),
    Kind.UNDANGAN_LIPUTAN: N_("Media invitation"),
    Kind.RALAT: N_("Correction"),
    Kind.PENARIKAN: N_("Withdrawal"),
}
STATUSES: Final[dict[Status, str]] = {
    Status.DRAF: N_("Draft"),
    Status.TINJAU: N_("In review"),
    Status.DISETUJUI: N_("Approved"),
    Status.TERBIT: N_("Released"),
    Status.ARSIP: N_("Archived"),
}
CATEGORIES: Final[dict[Category, str]] = {
    Category.PENERANGAN_UMUM: N_("General information"),
    Category.PENDIDIKAN: N_("Education"),
    Category.KEBIJAKAN: N_("Policy"),
    Category.AKTIVITAS: N_("Activity"),
    Category.LANGKAH_PEMERINTAH: N_("Government action"),
    Category.KRISIS: N_("Crisis"),
}
TONES: Final[dict[Tone, str]] = {
    Tone.HUMANIS: N_("Humanist"),
    Tone.POSITIF: N_("Positive"),
}
SUBJECTS: Final[dict[Subject, str]] = {
    Subject.ANAK: N_("children"),
    Subject.PASIEN: N_("patients"),
}


#: The tone marks that this version knows, as they are written.
MARKS: Final = frozenset(mark.value for mark in Tone)


class Contact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody whom the media can reach."""

    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""


class Photo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A photo that goes with a release.

    ``file`` is a path inside the folder of the data file, relative to it; ``alt`` describes the picture for
    those who cannot see it (the caption stands in where it is empty). ``consent`` says who gave permission to
    show those whom it ``shows``, and how: ``letters of the parents, 9/10/2026``; empty, it was not given.
    """

    file: str
    caption: str = ""
    photographer: str = ""
    alt: str = ""
    shows: tuple[Subject, ...] = ()
    consent: str = ""

    @property
    def outside(self) -> bool:
        """Whether its path leads out of that folder, by the rules of any system: what a file from elsewhere names
        there is not to be sent along."""
        path = PureWindowsPath(self.file)
        return bool(path.anchor) or ".." in path.parts

    @property
    def unpermitted(self) -> tuple[Subject, ...]:
        """Whom it shows without permission."""
        return () if self.consent.strip() else self.shows


class Ignored(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the copy desk is to leave alone in a release: what ``rule`` finds in the words ``text``; with
    ``around`` only where they stand between these, which an ellipsis parts."""

    rule: str
    text: str
    around: str = ""


class Release(Struct, frozen=True, kw_only=True):
    """A press release with everything that is printed with it. Times carry their zone.

    ``tone`` holds the values of ``Tone`` that the officer decided on, and whatever a newer version put there: it
    is no reason not to read the release, and stays.
    """

    id: str
    kind: Kind = Kind.SIARAN_PERS
    status: Status = Status.DRAF
    category: Category = Category.AKTIVITAS
    number: str | None = None
    headline: str = ""
    summary: str = ""
    place: str = ""
    event_date: date | None = None
    body: str = ""
    key_message: str = ""
    benefit: str = ""
    contacts: tuple[Contact, ...] = ()
    credits: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    hashtags: tuple[str, ...] = ()
    embargo: Moment | None = None
    tags: tuple[str, ...] = ()
    tone: tuple[str, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    created: Moment
    updated: Moment
    revision: int = 1

    @property
    def tones(self) -> tuple[Tone, ...]:
        """The tone marks that this version knows, each once, in their order."""
        return tuple(mark for mark in Tone if mark in self.tone)

    def toned(self, marks: Collection[Tone]) -> tuple[str, ...]:
        """The field ``tone`` with these marks: those of a newer version stay, behind the others."""
        return (
            *(mark.value for mark in Tone if mark in marks),
            *(word for word in self.tone if word not in MARKS),
        )

    def revised(self, now: datetime, **changes: Any) -> Self:
        """The next value with ``changes`` made; the same value when nothing differs."""
        if all(getattr(self, name) == value for name, value in changes.items()):
            return self
        return msgspec.structs.replace(self, **changes, updated=now, revision=self.revision + 1)


FIELDS: Final = Release.__struct_fields__


def to_document(release: Release) -> dict[str, Any]:
    """The release as plain JSON values, one a field."""
    document: dict[str, Any] = msgspec.to_builtins(release)
    return document


def document_over(before: Mapping[str, Any], release: Release) -> dict[str, Any]:
    """The release as plain JSON values, over the document that held it before: the fields of a newer version stay,
    in the release and in those of its photos (told apart by their file) and contacts (by their name) that stay."""
    document = dict(before) | to_document(release)
    for field, key, form in (("photos", "file", Photo), ("contacts", "name", Contact)):
        earlier = before.get(field)
        if not isinstance(earlier, list | tuple):
            continue
        newer = {
            one.get(key): {name: value for name, value in one.items() if name not in form.__struct_fields__}
            for one in earlier
            if isinstance(one, dict) and isinstance(one.get(key), str)
        }
        if any(newer.values()):
            document[field] = [{**one, **newer.get(one.get(key), {})} for one in document[field]]
    return document


def from_document(document: dict[str, Any]) -> Release:
    """The release that a document holds; fields that this version does not know are passed over, and a
    number may be a text.

    Raises msgspec.ValidationError (a ValueError) when a known field has a value of the wrong form.
    """
    return msgspec.convert(document, Release, strict=False)
