"""The kit: one zip with all that a journalist or the one who minds the accounts asks for.

Word document, PDF, plain text, ninjs and the text of every account, made by their own outlets, so that a new one
joins by itself; one of the user's own that fails is left out, and the desk says so. The photos in full size under
the names of their captions, in the sizes of the accounts, and a list of them with captions and photographers. The
same release gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from ..errors import FaultyOutletError
from ..i18n import N_
from ..model import Office, Photo, Release
from ..text.clean import clean_line
from . import outlets, photo_names
from .archive import add
from .darkroom import Print, printed
from .outlet import Manuscript, Outlet, Passage, Run, file_stem, no_remarks
from .pdf_claims import unprintable
from .photo_sizes import photo_sizes
from .sheet import compose
from .txt import text

#: The outlets of files that it holds; those whose text is pasted are all in it. Markdown is not: it tells what the
#: office keeps to itself.
FILES: Final = ("docx", "pdf", "txt", "ninjs")
FOLDER: Final = "foto"
LIST: Final = "foto.txt"


def enclosed() -> tuple[Outlet, ...]:
    """The outlets whose files it holds."""
    return tuple(outlet for outlet in outlets() if outlet.pasted or outlet.name in FILES)


def render(manuscript: Manuscript) -> bytes:
    """The zip, its files sorted by name. A photo that is not at hand is left out, and the list says so.

    Raises UnreadableFileError when the logo or a photo is no picture, and RefusedError where there is no PDF."""
    files = {photo.file for photo in manuscript.release.photos} & manuscript.pictures.keys()
    sizes = sorted({outlet.longest for outlet in enclosed() if outlet.pictures})
    wanted: tuple[Print, ...] = (*sizes, *((size.width, size.height) for size in photo_sizes()))
    with ThreadPoolExecutor(2) as pool:  # Pillow works beside Python: the texts are made meanwhile
        prints = {file: pool.submit(printed, manuscript.pictures[file], file, wanted) for file in sorted(files)}
        members = dict(_members(manuscript, prints))
    made = BytesIO()
    with ZipFile(made, "w") as file:
        for name in sorted(members):
            content, stored = members[name]
            add(file, name, content, stored=stored)
    return made.getvalue()


def _members(
    manuscript: Manuscript, prints: Mapping[str, Future[dict[Print, bytes]]]
) -> Iterator[tuple[str, tuple[bytes, bool]]]:
    """The name of each file, its bytes, and whether they are compressed already."""
    release = manuscript.release
    for outlet in enclosed():
        pictures = dict(manuscript.pictures)
        if outlet.pictures:
            pictures |= {file: made.result()[outlet.longest] for file, made in prints.items()}
        try:
            artifact = outlet.artifact(replace(manuscript, pictures=pictures))
        except FaultyOutletError:
            continue
        yield artifact.name, (artifact.content, outlet.pictures)
    if release.photos:
        yield LIST, (_list(manuscript).encode(), False)
    for photo, name in zip(release.photos, photo_names.by_caption(release.photos), strict=True):
        if photo.file in prints:
            yield f"{FOLDER}/{name}", (manuscript.pictures[photo.file], True)
            made = prints[photo.file].result()
            for size in photo_sizes():
                yield f"{FOLDER}/{size.name}/{_as_jpeg(name)}", (made[size.width, size.height], True)


def _as_jpeg(name: str) -> str:
    return name.rpartition(".")[0] + ".jpg"


def _list(manuscript: Manuscript) -> str:
    """What the photos show and who took them, a paragraph each; then which size is for which account."""
    release = manuscript.release
    parts = [clean_line(compose(release, manuscript.office).title)]
    for photo, name in zip(release.photos, photo_names.by_caption(release.photos), strict=True):
        there = photo.file in manuscript.pictures
        parts.append("\n".join(_told(photo, f"{FOLDER}/{name}" if there else f"{name} (tidak disertakan)")))
    sizes = (f"{FOLDER}/{size.name}: {', '.join(size.accounts)}" for size in photo_sizes())
    parts.append("\n".join(("Ukuran untuk akun:", *sizes)))
    return "\n\n".join(parts) + "\n"


def _told(photo: Photo, name: str) -> Iterator[str]:
    yield name
    for label, value in (("Keterangan", photo.caption), ("Foto", photo.photographer), ("Uraian", photo.alt)):
        if value.strip():
            yield f"{label}: {clean_line(value)}"


def remarks(manuscript: Manuscript, content: bytes) -> tuple[str, ...]:
    """What the outlets of the files inside say of these."""
    with ZipFile(BytesIO(content)) as file:
        return tuple(
            remark
            for outlet in enclosed()
            if outlet.remarks is not no_remarks
            for remark in outlet.remarks(manuscript, file.read(f"{file_stem(manuscript.release)}.{outlet.suffix}"))
        )


def names(release: Release) -> tuple[str, ...]:
    """The files that it holds where every photo is at hand, without those in the sizes of the accounts."""
    files = [f"{file_stem(release)}.{outlet.suffix}" for outlet in enclosed()]
    photos = [f"{FOLDER}/{name}" for name in photo_names.by_caption(release.photos)]
    return tuple(sorted((*files, *photos, *((LIST,) if photos else ()))))


def preview(release: Release, office: Office) -> tuple[Passage, ...]:
    """What is in it: a line for each file, and the sizes of the photos."""
    found = [Passage((Run("Isi paket", "strong"),), "heading"), Passage(())]
    found += [Passage((Run(name),), "item", marker="• ", indent=2) for name in names(release)]
    if release.photos:
        sizes = (f"{size.name} ({', '.join(size.accounts)})" for size in photo_sizes())
        found += [Passage(()), Passage((Run("Foto juga dalam ukuran " + "; ".join(sizes)),))]
    return tuple(found)


KIT = Outlet(
    name="kit",
    title=N_("Kit (ZIP)"),
    suffix="zip",
    media_type="application/zip",
    render=render,
    text=text,
    preview=preview,
    pictures=True,
    headed=True,
    described=True,
    lacks=unprintable,
    remarks=remarks,
    encloses=enclosed,
    order=35,
)
