"""The versions of releases, small: the table ``versions``, one document a chapter of up to ten versions.

::

    {"release": "06a2abe4gr2ra", "first": 11, "versions": [
        {"time": "2026-11-18T09:00:00+07:00", "reason": "simpan", "who": "ani", "check": "8 hex", "text": "…"}, …]}

``text`` is the JSON of the release document, deflated (raw, RFC 1951) and written in base 85 (Python's
``b85encode``). The dictionary of each is what is most likely to come again: ``DICTIONARY``, then the text of the
version before it in its chapter, of which the first has none. ``check`` is the CRC-32 of the JSON. The number of
a version is ``first`` and its place in the chapter.

Thirty versions of a release of 3 KB cost about 9 KB so, as full documents 90 KB. A chapter ends after ten because
it is rewritten whole for each version, and because a damaged version takes those behind it in its chapter along.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

import msgspec

from ..errors import StoreError
from ..i18n import N_, _
from ..model import Reason, Version
from ..text.clean import clean_line

if TYPE_CHECKING:
    from tinydb.table import Table

TABLE: Final = "versions"
CHAPTER: Final = 10
#: Bytes of a version, which may come from a backup of anybody: no release is so long.
LARGEST: Final = 64 << 20
#: A negative size of the window means deflate without zlib's own head and checksum: ten bytes a version.
RAW: Final = -zlib.MAX_WBITS
#: What differs between two versions that say the same.
UNSAID: Final = frozenset({"updated", "revision"})
DAMAGED: Final = N_(
    "Version {number} of this release in {file} cannot be read: {reason}. The release itself and its other "
    "versions are as they were."
)


class _Kept(msgspec.Struct):
    """A version as it stands in its chapter."""

    text: str
    check: str


class _Head(msgspec.Struct):
    """Whose a chapter is, and which of its versions it begins with."""

    release: str
    first: Annotated[int, msgspec.Meta(ge=1)]


class _Chapter(_Head):
    """A document of the table. What a newer version of the program added is passed over."""

    versions: list[Any]


class _DamagedError(Exception):
    """A version is not what was kept; its message says why."""


_decode_head = msgspec.json.Decoder(_Head).decode

# Inside the class ``list`` is its method, also for the type checker.
Versions: TypeAlias = list[Version]
_Chapters: TypeAlias = list[tuple[int, _Chapter]]
_Index: TypeAlias = dict[str, list[int]]


class History:
    """The versions in a table. ``file`` is named in what the user is told.

    Which documents hold a release is found in one pass before the first answer and known from then on: nothing
    else may change the table meanwhile. One thread at a time.
    """

    def __init__(self, table: Table, file: Path | None = None) -> None:
        self.table = table
        self.file = file
        self._documents: _Index | None = None

    def keep(self, identifier: str, text: bytes, time: datetime, reason: Reason, who: str) -> Version | None:
        """Keep the JSON of a release as its next version, to the second. None, and nothing is kept, where the
        last version says the same (``updated`` and ``revision`` aside)."""
        place, chapter = self._last(identifier)
        number, before, goes_on = 1, b"", False
        if chapter is not None:
            number = chapter.first + len(chapter.versions)
            try:
                before = _text(chapter, len(chapter.versions) - 1)
            except _DamagedError:
                pass  # what builds on it would be lost with it: a new chapter
            else:
                if say_the_same(before, text):
                    return None
                goes_on = len(chapter.versions) < CHAPTER
        entry = {
            "time": time.isoformat(timespec="seconds"),
            "reason": reason.value,
            "who": clean_line(who),  # names of the system may hold what is no text (surrogates)
            "check": _check(text),
            "text": _pack(text, before if goes_on else b""),
        }
        if chapter is not None and goes_on:
            self.table.update({"versions": [*chapter.versions, entry]}, doc_ids=[place])
        else:
            document = {"release": identifier, "first": number, "versions": [entry]}
            place = self.table.insert(document)
            self._index().setdefault(identifier, []).append(place)
        return _version(identifier, number, entry)

    def text(self, identifier: str, number: int) -> bytes:
        """The JSON of a version. Raises KeyError when there is none, StoreError when it is damaged."""
        for _place, chapter in reversed(self._chapters(identifier)):
            if 0 <= number - chapter.first < len(chapter.versions):
                try:
                    return _text(chapter, number - chapter.first)
                except _DamagedError as error:
                    file = self.file or _("the data file")
                    raise StoreError(DAMAGED, number=number, file=file, reason=error) from error
        raise KeyError((identifier, number))

    def latest_time(self, identifier: str) -> datetime | None:
        """When the last version was kept."""
        return next((version.time for version in self._versions(identifier)), None)

    def forget(self, identifiers: Iterable[str]) -> None:
        """Take all versions of these releases away, in one step."""
        index = self._index()
        wanted = {identifier for identifier in identifiers if identifier in index}
        places = [place for identifier in wanted for place in index[identifier]]
        places = [place for place in places if _chapter(self.table.get(doc_id=place)) is not None]
        if places:
            self.table.remove(doc_ids=places)
        for identifier in wanted:
            del index[identifier]

    def list(self, identifier: str) -> Versions:
        """The versions of a release, the last one first. Nothing is unpacked for this: one whose text is damaged
        is among them, one without a time is not."""
        return [*self._versions(identifier)]

    def _versions(self, identifier: str) -> Iterator[Version]:
        for _place, chapter in reversed(self._chapters(identifier)):
            for place in reversed(range(len(chapter.versions))):
                version = _version(identifier, chapter.first + place, chapter.versions[place])
                if version is not None:
                    yield version

    def _last(self, identifier: str) -> tuple[int, _Chapter | None]:
        """The last chapter of a release and the number of its document."""
        chapters = self._chapters(identifier)
        return chapters[-1] if chapters else (0, None)

    def _chapters(self, identifier: str) -> _Chapters:
        """The chapters of a release in their order, with the numbers of their documents."""
        found = []
        for place in self._index().get(identifier, ()):
            chapter = _chapter(self.table.get(doc_id=place))
            if chapter is not None and chapter.release == identifier:
                found.append((place, chapter))
        return found

    def _index(self) -> _Index:
        """The numbers of the documents of each release."""
        if self._documents is None:
            found: dict[str, list[tuple[int, int]]] = {}
            for number, head in _heads(self.table):
                found.setdefault(head.release, []).append((head.first, number))
            self._documents = {
                identifier: [place for _first, place in sorted(places)] for identifier, places in found.items()
            }
        return self._documents


def _heads(table: Table) -> Iterator[tuple[int, _Head]]:
    """Of every chapter the number of its document, and whose it is. Nothing else of it is looked at: of 100,000 it
    takes a second otherwise."""
    from .table import JournalTable

    if isinstance(table, JournalTable):
        contents: Iterable[tuple[int, bytes]] = table.contents()
    else:
        contents = ((document.doc_id, msgspec.json.encode(document)) for document in table)
    for number, content in contents:
        try:
            yield number, _decode_head(content)
        except msgspec.ValidationError:
            continue


def _chapter(document: object) -> _Chapter | None:
    """A document of the table as a chapter. One that is none is left alone where it lies."""
    try:
        return msgspec.convert(document, _Chapter)
    except msgspec.ValidationError:
        return None


def unreadable_versions(document: object) -> tuple[int, list[str]]:
    """How many versions a document of the table has, and those of them whose text cannot be read:
    ``06a2abe4gr2ra 3``."""
    chapter = _chapter(document)
    if chapter is None:
        return 0, ["?"]
    text = b""
    damaged: list[str] = []
    for number, entry in enumerate(chapter.versions, chapter.first):
        try:
            kept = msgspec.convert(entry, _Kept)
            text = _unpack(kept.text, text)
        except (msgspec.ValidationError, zlib.error, ValueError):
            behind = range(number, chapter.first + len(chapter.versions))
            return len(chapter.versions), [*damaged, *(f"{chapter.release} {one}" for one in behind)]
        if kept.check != _check(text):
            damaged.append(f"{chapter.release} {number}")
    return len(chapter.versions), damaged


def _version(identifier: str, number: int, entry: Any) -> Version | None:
    """What is known of a version without its text. A reason that this program does not know is taken for the
    one that claims least."""
    try:
        time = datetime.fromisoformat(entry["time"])
    except (KeyError, TypeError, ValueError):  # TypeError also where the entry is no object
        return None
    if time.tzinfo is None:
        return None
    try:
        reason = Reason(str(entry.get("reason")))
    except ValueError:
        reason = Reason.BERKALA
    who = entry.get("who")
    who = clean_line(who) if isinstance(who, str) else ""
    return Version(release=identifier, number=number, time=time, reason=reason, who=who)


def _text(chapter: _Chapter, place: int) -> bytes:
    """The text of a version of a chapter. Raises _DamagedError.

    Only its own checksum is asked: one before it whose checksum is wrong may have given it all it needed."""
    text = b""
    for number, entry in enumerate(chapter.versions[: place + 1], chapter.first):
        try:
            kept = msgspec.convert(entry, _Kept)
            text = _unpack(kept.text, text)
        except (msgspec.ValidationError, zlib.error, ValueError) as error:
            if number < chapter.first + place:
                said = _("version {number}, on which it builds, is damaged").format(number=number)
            else:
                said = _("its data is damaged")
            raise _DamagedError(said) from error
    if kept.check != _check(text):
        raise _DamagedError(_("its checksum does not fit"))
    return text


def say_the_same(one: bytes, other: bytes) -> bool:
    """Whether two release documents differ in nothing that was written. Values are compared as they are
    written: to Python ``true`` and ``1`` are equal."""
    if one == other:
        return True
    try:
        fields, others = (msgspec.json.decode(text, type=dict[str, msgspec.Raw]) for text in (one, other))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    names = (fields.keys() | others.keys()) - UNSAID
    return all(name in fields and name in others and bytes(fields[name]) == bytes(others[name]) for name in names)


def _check(text: bytes) -> str:
    return f"{zlib.crc32(text):08x}"


def _pack(text: bytes, before: bytes) -> str:
    press = zlib.compressobj(9, zlib.DEFLATED, RAW, zdict=DICTIONARY + before)
    return base64.b85encode(press.compress(text) + press.flush()).decode("ascii")


def _unpack(packed: str, before: bytes) -> bytes:
    """Raises ValueError or zlib.error for what ``_pack`` did not make of the same ``before``, if it shows."""
    press = zlib.decompressobj(RAW, zdict=DICTIONARY + before)
    text = press.decompress(base64.b85decode(packed), LARGEST)
    if not press.eof or press.unused_data:
        raise ValueError("cut short, or too long")
    return text


#: What releases are made of: words of the trade, then the fields of an empty release. Every version kept was
#: packed with it, so not a letter of it may ever change (a test holds it fast); a better one needs a field of
#: the chapter that names it.
DICTIONARY: Final = (
    """\
yang akan dan untuk dengan dari pada dalam ini itu tidak juga oleh kepada sebagai adalah telah sudah dapat bisa \
Senin Selasa Rabu Kamis Jumat Sabtu Minggu Januari Februari Maret April Mei Juni Juli Agustus September Oktober \
November Desember 2025 2026 2027 pagi siang sore malam hari minggu bulan tahun triwulan semester jam menit satu \
dua tiga empat lima enam tujuh delapan sembilan sepuluh puluh ratus ribu juta miliar triliun persen rupiah \
kilometer meter hektare ton kilogram liter unit orang jiwa kepala keluarga rumah kali titik lokasi tempat \
wilayah aparatur sipil negara (ASN) pejabat pegawai petugas relawan kader penyuluh pendamping peserta pelajar \
siswa guru mahasiswa pemuda anak ibu bayi balita lansia penyandang disabilitas pedagang petani nelayan pelaku \
usaha mikro, kecil, dan menengah (UMKM) koperasi investor pengusaha buruh pekerja kelompok organisasi tokoh \
ulama adat budaya rapat koordinasi upacara apel kunjungan kerja peninjauan penandatanganan nota kesepahaman \
perjanjian kerja sama sosialisasi bimbingan teknis pelatihan lokakarya seminar lomba festival pameran gotong \
royong bakti sosial posko Musyawarah Perencanaan Pembangunan (Musrenbang) Anggaran Pendapatan dan Belanja Daerah \
(APBD) Anggaran Pendapatan dan Belanja Negara (APBN) Peraturan Daerah (Perda) Nomor Tahun tentang Surat Edaran \
Surat Keputusan Undang-Undang Rencana Pembangunan Jangka Menengah Daerah (RPJMD) Dewan Perwakilan Rakyat Daerah \
(DPRD) Sekretaris Daerah (Sekda) Badan Penanggulangan Bencana Daerah (BPBD) Badan Meteorologi, Klimatologi, dan \
Geofisika (BMKG) Badan Pusat Statistik (BPS) Badan Perencanaan Pembangunan Daerah (Bappeda) Satuan Polisi Pamong \
Praja (Satpol PP) TNI Polri Pusat Kesehatan Masyarakat (puskesmas) posyandu rumah sakit umum daerah (RSUD) \
dokter bidan perawat pasien obat imunisasi vaksinasi gizi stunting demam berdarah BPJS Kesehatan Mal Pelayanan \
Publik kartu tanda penduduk (KTP) sekolah dasar (SD) sekolah menengah pertama (SMP) SMA universitas beasiswa \
kurikulum kelas perpustakaan literasi pajak bumi dan bangunan retribusi izin usaha perizinan investasi ekonomi \
pertumbuhan inflasi harga pangan beras cabai bawang minyak goreng telur daging pasar murah bantuan sosial \
bantuan pangan nontunai penerima manfaat pertanian perkebunan perikanan peternakan pupuk bibit irigasi sawah \
panen pariwisata wisata hutan sampah bank sampah lingkungan hidup air bersih sungai drainase tanggul jembatan \
jalan raya perbaikan pembangunan gedung taman terminal halte bus angkutan umum kendaraan lalu lintas parkir \
lampu banjir longsor gempa bumi kebakaran cuaca hujan lebat tinggi air pengungsi pengungsian evakuasi bantuan \
logistik tanggap darurat kerugian korban meninggal luka-luka hoaks kabar bohong pesan berantai klarifikasi \
informasi resmi laman resmi media sosial akun resmi aplikasi digital daring luring pendaftaran pendaftar \
formulir syarat berkas jadwal kuota seleksi pengumuman hasil wartawan media massa undangan liputan siaran pers \
keterangan pers narahubung WhatsApp telepon nomor 0812- Penulis: Editor: Foto: Humas Pemkab Pemkot Pemprov \
Diskominfo Tim Komunikasi Publik / Kepala Bidang Kepala Bagian Kepala Seksi Kepala Subbagian Protokol dan \
Komunikasi Pimpinan Sekretariat Daerah Asisten Staf Ahli Bidang Ekonomi dan Pembangunan Bidang Pemerintahan dan \
Kesejahteraan Rakyat Kementerian Dalam Negeri Menteri Presiden Republik Indonesia Gubernur Wakil Gubernur Bupati \
Wakil Bupati Wali Kota Wakil Wali Kota Camat Lurah Kepala Desa Dinas Pendidikan dan Kebudayaan Dinas Kesehatan \
Dinas Sosial Dinas Perhubungan Dinas Pekerjaan Umum dan Penataan Ruang Dinas Lingkungan Hidup Dinas Perdagangan \
Dinas Pertanian dan Ketahanan Pangan Dinas Kependudukan dan Pencatatan Sipil Dinas Komunikasi dan Informatika \
(Diskominfo) Kabupaten Kota Provinsi Jawa Barat Jawa Tengah Jawa Timur Kecamatan Kelurahan Desa Dusun Rukun \
Tetangga (RT) Rukun Warga (RW) Balai Kantor Aula Pendopo Gedung Alun-Alun Lapangan Stadion Jalan Merdeka Jalan \
Jenderal Sudirman Pemerintah Kabupaten (Pemkab) Pemerintah Kota (Pemkot) Pemerintah Provinsi (Pemprov) \
pemerintah pusat dan pemerintah daerah menyampaikan mengatakan menjelaskan menegaskan menambahkan mengimbau \
mengajak mengapresiasi memastikan berharap meminta menyebutkan mengungkapkan memaparkan menuturkan mengingatkan \
menargetkan meresmikan membuka menutup menghadiri meninjau menyerahkan menerima memberikan membagikan \
menyalurkan menyediakan menyiapkan menyelenggarakan mengadakan melaksanakan menjalankan melakukan mengikuti \
mendukung mendorong meningkatkan menurunkan memperkuat mempercepat memperbaiki memperluas memperoleh memenuhi \
membangun membantu membayar membawa membuat membentuk memantau memeriksa memakai menggunakan memanfaatkan \
mengelola mengembangkan mengurangi mencegah menangani menanggulangi mengatasi menjaga melindungi melayani \
melibatkan menyasar menjangkau mendaftar menghubungi mendapatkan menunjukkan menyusun menetapkan mengesahkan \
menyepakati menandatangani mengevaluasi menilai mengawasi berlangsung berlaku berjalan bekerja sama dengan \
berasal dari bertujuan untuk berdasarkan data terdiri atas merupakan menjadi dilakukan dilaksanakan digelar \
diadakan dibuka ditutup diikuti oleh dihadiri oleh diharapkan diberikan disalurkan diserahkan disiapkan dibangun \
diperbaiki dikerjakan dimulai ditargetkan selesai ditetapkan dikenal dipungut biaya tidak dipungut biaya tanpa \
biaya gratis secara bertahap secara terbuka secara langsung kesehatan pendidikan pelayanan publik layanan \
kebijakan program kegiatan pembangunan pengelolaan peningkatan penanganan pencegahan penyaluran penyelenggaraan \
pelaksanaan pemerintahan kesejahteraan kemiskinan ketahanan keamanan ketertiban kebersihan kebutuhan kesempatan \
kemampuan kualitas kuantitas jumlah sebanyak sekitar lebih dari kurang dari paling lambat paling sedikit \
rata-rata hampir seluruh semua setiap beberapa berbagai sejumlah sebagian besar masing-masing bersama antara \
lain seperti misalnya yaitu yakni serta maupun atau tetapi namun sedangkan sementara itu selain itu oleh karena \
itu karena sebab sehingga agar supaya jika apabila ketika saat sebelum sesudah setelah selama sejak hingga \
sampai dengan mulai pukul 08.00 WIB sampai dengan pukul 12.00 WITA pukul 09.30 WIB pukul 14.00 WIB senilai \
Rp1.000.000 sebesar Rp50.000 Rp2,5 miliar Rp100 juta di kawasan di wilayah di tingkat di bidang ke depan pada \
masa depan tahun ini tahun lalu bulan depan hari ini kemarin besok warga masyarakat penduduk kita kami mereka \
saya anda bapak ibu saudara bersama-sama baru lama baik besar kecil lebih baik mudah cepat aman nyaman sehat \
bersih terbuka transparan akuntabel berkelanjutan terpadu merata utama hal tersebut kegiatan tersebut program \
tersebut tersebut, tersebut. ” ujar ,” ujar ,” kata ,” katanya. ,” tutur ,” ucap ,” jelas ,” tegas ,” tambah \
“Kami “Saya “Kita “Dengan “Ini Menurut Untuk itu, Ia mengatakan bahwa Dia berharap Selain itu, Sementara itu, \
Karena itu, Sebelumnya, Dalam kesempatan itu, Pada kesempatan yang sama, Dalam sambutannya, Kegiatan ini Program \
ini Layanan ini Warga dapat Masyarakat dapat Informasi lebih lanjut - **Waktu:** - **Tempat:** - **Acara:** - \
**Tertulis:** - **Seharusnya:** ## > 1. 2. 3. \
"""
    '{"id":"","kind":"klarifikasi","kind":"undangan_liputan","kind":"ralat","kind":"keterangan_pers",'
    '"status":"arsip","status":"terbit","status":"disetujui","status":"tinjau","category":"krisis",'
    '"category":"penerangan_umum","category":"pendidikan","category":"kebijakan","category":"langkah_pemerintah",'
    '"photos":[{"file":"photos/.jpg","caption":"","photographer":"","alt":""},{"file":"'
    '"contacts":[{"name":"","role":"","phone":"0812-","email":"humas@kota.go.id"},{"name":"'
    '"credits":["Penulis: ","Editor: ","Foto: ","(Tim Komunikasi Publik / "],'
    '{"id":"06","kind":"siaran_pers","status":"draf","category":"aktivitas","number":null,'
    '"number":"/HUMAS/XI/2026","headline":"","summary":"","place":"","event_date":null,"event_date":"2026-11-",'
    '"body":"","key_message":"","benefit":"","contacts":[],"credits":[],"photos":[],"hashtags":[],"hashtags":["",'
    '"embargo":null,"tags":[],"tags":["","created":"2026-11-","updated":"2026-11-T09:00:00+07:00","revision":1}'
).encode()
