"""A release: one frozen value. A change gives the next value; nothing is altered in place.

The document in the data file has these fields, by these names. Fields that a newer version added are not
read here; the store leaves them where they are when it writes the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import PureWindowsPath
from typing import Annotated, Any, Final, Self, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType

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


class Basis(Struct, frozen=True, kw_only=True):
    """What a release said when a text was written from it. A field that the text is not made from is UNSET, and
    not written down."""

    kind: Kind | UnsetType = UNSET
    number: str | UnsetType | None = UNSET
    headline: str | UnsetType = UNSET
    summary: str | UnsetType = UNSET
    place: str | UnsetType = UNSET
    event_date: date | UnsetType | None = UNSET
    body: str | UnsetType = UNSET
    key_message: str | UnsetType = UNSET
    benefit: str | UnsetType = UNSET
    contacts: tuple[Contact, ...] | UnsetType = UNSET
    credits: tuple[str, ...] | UnsetType = UNSET
    hashtags: tuple[str, ...] | UnsetType = UNSET
    embargo: Moment | UnsetType | None = UNSET

    @classmethod
    def of(cls, release: Release, fields: Iterable[str]) -> Self:
        """What the release says in these fields now."""
        return cls(**{name: getattr(release, name) for name in fields})

    def said(self) -> dict[str, Any]:
        """The fields that are known, with what they said."""
        return {name: value for name, value in msgspec.structs.asdict(self).items() if value is not UNSET}


class OwnText(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A text that was written by hand for the outlet of that name; ``basis`` is what the release said then."""

    outlet: str
    text: str
    basis: Basis = Basis()

    def changed(self, release: Release) -> tuple[str, ...]:
        """The fields in which the release says something else now than when this was written."""
        return tuple(name for name, value in self.basis.said().items() if getattr(release, name) != value)

    def then(self, release: Release) -> Release:
        """The release as it was when this was written, as far as this is made from it."""
        return msgspec.structs.replace(release, **self.basis.said())


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
    texts: tuple[OwnText, ...] = ()
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

    def own_text(self, outlet: str) -> OwnText | None:
        """The text that was written by hand for the outlet of that name."""
        return next((own for own in self.texts if own.outlet == outlet), None)


FIELDS: Final = Release.__struct_fields__


#: Fields whose values stand in a list of their own: what tells such a value from the others there, and its form.
_LISTED: Final = (("photos", "file", Photo), ("contacts", "name", Contact), ("texts", "outlet", OwnText))


def to_document(release: Release) -> dict[str, Any]:
    """The release as plain JSON values, one a field; ``texts`` only where there are any."""
    document: dict[str, Any] = msgspec.to_builtins(release)
    if not release.texts:
        del document["texts"]
    return document


def without_bases(document: dict[str, Any]) -> dict[str, Any]:
    """A document to be read by people: its texts without what they were written from, which says most of the
    release once more."""
    texts = [{name: value for name, value in own.items() if name != "basis"} for own in document.get("texts", ())]
    return document | {"texts": texts}


def document_over(before: Mapping[str, Any], release: Release) -> dict[str, Any]:
    """The release as plain JSON values, over the document that held it before: the fields of a newer version stay,
    in the release and in those of its photos (told apart by their file), contacts (by their name) and texts (by
    their outlet) that stay; in the basis of a text as long as nothing else in it is changed."""
    document = dict(before) | to_document(release)
    if not release.texts:
        document.pop("texts", None)
    for field, key, form in _LISTED:
        earlier = before.get(field)
        if not isinstance(earlier, list | tuple) or field not in document:
            continue
        newer = {
            one.get(key): {name: value for name, value in one.items() if name not in form.__struct_fields__}
            for one in earlier
            if isinstance(one, dict) and isinstance(one.get(key), str)
        }
        if any(newer.values()):
            document[field] = [{**one, **newer.get(one.get(key), {})} for one in document[field]]
    if isinstance(before.get("texts"), list | tuple):
        for own, written in zip(release.texts, document.get("texts", ()), strict=False):
            written |= _same_basis(before["texts"], own)
    return document


def _same_basis(earlier: Iterable[Any], own: OwnText) -> dict[str, Any]:
    """The basis of a text as it was written down before; nothing where this version knows another one."""
    for one in earlier:
        if isinstance(one, dict) and one.get("outlet") == own.outlet and isinstance(one.get("basis"), dict):
            try:
                known = msgspec.convert(one["basis"], Basis, strict=False)
            except msgspec.ValidationError:
                continue
            if known == own.basis:
                return {"basis": one["basis"]}
    return {}


def from_document(document: dict[str, Any]) -> Release:
    """The release that a document holds; fields that this version does not know are passed over, and a
    number may be a text.

    Raises msgspec.ValidationError (a ValueError) when a known field has a value of the wrong form.
    """
    return msgspec.convert(document, Release, strict=False)
