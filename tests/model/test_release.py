"""A release as a value: the next one, and its document."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from humas_tui.model import (
    CATEGORIES,
    KINDS,
    STATUSES,
    SUBJECTS,
    TONES,
    Basis,
    Category,
    Contact,
    Kind,
    OwnText,
    Photo,
    Release,
    Status,
    Subject,
    Tone,
    document_over,
    from_document,
    to_document,
)
from humas_tui.model.release import FIELDS
from tests.samples import STEMS, blank, release
from tests.strategies import RELEASES

NOW = datetime(2027, 1, 2, 3, 4, tzinfo=UTC)


@given(RELEASES)
def test_a_document_is_json_and_gives_the_same_release(one: Release) -> None:
    assert from_document(json.loads(json.dumps(to_document(one)))) == one


@given(RELEASES, st.lists(st.sampled_from(FIELDS), unique=True))
def test_the_same_values_again_are_no_revision(one: Release, names: list[str]) -> None:
    assert one.revised(NOW, **{name: getattr(one, name) for name in names}) is one


@given(RELEASES, RELEASES)
def test_a_revision_has_the_changes_and_nothing_else(one: Release, other: Release) -> None:
    revised = one.revised(NOW, headline=other.headline, photos=other.photos)
    expected = {"headline": other.headline, "photos": other.photos}
    if revised is not one:
        expected |= {"updated": NOW, "revision": one.revision + 1}
    assert msgspec.structs.asdict(revised) == msgspec.structs.asdict(one) | expected


def test_a_release_is_never_altered_in_place() -> None:
    with pytest.raises(AttributeError):
        blank().headline = "Lain"  # type: ignore[misc]


def test_the_document_has_the_fields_that_others_rely_on() -> None:
    assert (
        list(to_document(blank()))
        == (
            "id kind status category number headline summary place event_date body key_message benefit contacts "
            "credits photos hashtags embargo tags tone ignored created updated revision"
        ).split()
    )


def test_the_values_that_others_rely_on() -> None:
    assert list(Kind) == "siaran_pers keterangan_pers klarifikasi undangan_liputan ralat penarikan".split()
    assert list(Status) == "draf tinjau disetujui terbit arsip".split()
    assert list(Category) == "penerangan_umum pendidikan kebijakan aktivitas langkah_pemerintah krisis".split()
    assert list(Subject) == ["anak", "pasien"]
    assert (set(KINDS), set(STATUSES), set(CATEGORIES)) == (set(Kind), set(Status), set(Category))
    assert list(Tone) == ["humanis", "positif"]
    assert (set(SUBJECTS), set(TONES)) == (set(Subject), set(Tone))


def test_dates_and_times_are_written_as_iso() -> None:
    document = to_document(blank(event_date=date(2026, 11, 18), embargo=NOW))
    assert document["event_date"] == "2026-11-18"
    assert datetime.fromisoformat(document["embargo"]) == NOW
    assert document["created"] == "2026-11-18T09:00:00+07:00"


def test_a_document_may_hold_what_a_newer_version_added() -> None:
    one = blank(contacts=(Contact(name="A"),), photos=(Photo(file="a.jpg"),))
    document = json.loads(json.dumps(to_document(one)))
    document["mood"] = "senang"
    document["contacts"][0]["pager"] = "1"
    document["photos"][0]["focus"] = [1, 2]
    assert from_document(document) == one


def test_what_a_newer_version_added_stays_in_photos_and_contacts_too() -> None:
    one = blank(contacts=(Contact(name="A"), Contact(name="B")), photos=(Photo(file="a.jpg"), Photo(file="b.jpg")))
    before = json.loads(json.dumps(to_document(one)))
    before["mood"] = "senang"
    before["contacts"][1]["pager"] = "1"
    before["photos"][0] |= {"focus": [1, 2], "consent": "Ibu Enok"}
    photos = (Photo(file="b.jpg"), Photo(file="a.jpg", caption="Sawah"), Photo(file="c.jpg"))
    after = document_over(before, blank(contacts=(Contact(name="B", role="Kasi"),), photos=photos))
    assert after["mood"] == "senang"
    assert after["contacts"] == [{"name": "B", "role": "Kasi", "pager": "1"}]
    assert after["photos"] == [
        {"file": "b.jpg"},
        {"file": "a.jpg", "caption": "Sawah", "focus": [1, 2]},
        {"file": "c.jpg"},
    ]
    assert from_document(after).photos == photos
    assert before["photos"][0]["consent"] == "Ibu Enok"


def test_a_release_without_texts_of_its_own_is_written_as_it_was_before_there_were_any() -> None:
    assert "texts" not in to_document(blank())
    one = blank(texts=(OwnText(outlet="x", text="Halo"),))
    assert "texts" not in document_over(to_document(one), blank()), "the last one was taken out"


def test_what_a_newer_version_added_stays_in_texts_and_in_what_they_were_written_from() -> None:
    told = blank(headline="A", contacts=(Contact(name="Rina"),))
    own = OwnText(outlet="x", text="Halo", basis=Basis.of(told, ("headline", "number", "contacts")))
    before = json.loads(json.dumps(to_document(blank(texts=(own, OwnText(outlet="kanal-baru", text="B"))))))
    before["texts"][0]["author"] = "ani"
    before["texts"][0]["basis"] |= {"mood": "senang"}
    before["texts"][1]["voice"] = "alto"
    assert from_document(before).texts[0] == own
    mended = blank(texts=(replace(own, text="Halo!"), OwnText(outlet="kanal-baru", text="B")))
    after = document_over(before, mended)
    assert (after["texts"][0]["author"], after["texts"][0]["basis"]["mood"]) == ("ani", "senang")
    assert after["texts"][1] == before["texts"][1]
    assert from_document(after) == mended
    anew = blank(texts=(replace(own, basis=Basis.of(blank(headline="B"), ("headline",))),))
    after = document_over(before, anew)
    assert after["texts"] == [{"outlet": "x", "text": "Halo", "basis": {"headline": "B"}, "author": "ani"}], (
        "what was said of the old basis says nothing of the new one"
    )


@given(RELEASES, RELEASES)
def test_a_text_knows_in_which_fields_the_release_says_something_else_since(one: Release, other: Release) -> None:
    for own in one.texts:
        said = own.basis.said()
        assert set(own.changed(other)) == {name for name in said if said[name] != getattr(other, name)}
        then = own.then(other)
        assert own.changed(then) == ()
        assert {name for name in FIELDS if getattr(then, name) != getattr(other, name)} == set(own.changed(other))


@given(RELEASES, RELEASES)
def test_a_document_over_another_gives_the_same_release(one: Release, other: Release) -> None:
    written = json.loads(json.dumps(document_over(json.loads(json.dumps(to_document(other))), one)))
    assert from_document(written) == one


@pytest.mark.parametrize("odd", [None, 3, [1, {"outlet": 5}, {"outlet": "x", "basis": {"headline": 4}}], {"a": 1}])
def test_texts_of_a_strange_form_hold_nothing_that_could_stay(odd: Any) -> None:
    one = blank(texts=(OwnText(outlet="x", text="Halo"),))
    assert document_over({"texts": odd}, one) == to_document(one)


def test_a_tone_of_a_newer_version_is_read_kept_and_not_taken_for_a_mark() -> None:
    document = json.loads(json.dumps(to_document(blank()))) | {"tone": ["hangat", "positif", "positif"]}
    one = from_document(document)
    assert one.tones == (Tone.POSITIF,)
    assert one.toned({Tone.HUMANIS}) == ("humanis", "hangat")
    assert list(to_document(one)["tone"]) == ["hangat", "positif", "positif"]
    del document["tone"]
    assert from_document(document).tones == ()


@pytest.mark.parametrize("odd", [None, "a", 3, [1, None, {"file": 5}, {"focus": 1}], {"file": "a.jpg"}])
def test_photos_of_a_strange_form_hold_nothing_that_could_stay(odd: Any) -> None:
    one = blank(photos=(Photo(file="a.jpg"),))
    assert document_over({"photos": odd}, one) == to_document(one)


def test_a_photo_without_a_permission_noted_tells_whom_it_shows() -> None:
    both = (Subject.ANAK, Subject.PASIEN)
    assert Photo(file="a.jpg").unpermitted == ()
    assert Photo(file="a.jpg", shows=both).unpermitted == both
    assert Photo(file="a.jpg", shows=both, consent=" \t").unpermitted == both
    assert Photo(file="a.jpg", shows=both, consent="Ibu Enok, 12/10/2026").unpermitted == ()


@pytest.mark.parametrize(
    "file",
    [
        "/etc/a.jpg",
        "../a.jpg",
        "photos/../../a.jpg",
        r"C:\a.jpg",
        "c:a.jpg",
        r"\\server\share\a.jpg",
        r"\a.jpg",
        r"a\..\b.jpg",
    ],
)
def test_a_path_that_leads_out_of_the_data_folder_is_seen_on_every_system(file: str) -> None:
    assert Photo(file=file).outside


@pytest.mark.parametrize(
    "file", ["a.jpg", "photos/a.jpg", r"photos\a.jpg", "./a.jpg", "..a.jpg", "a..jpg", "…/米.jpg"]
)
def test_a_path_inside_the_data_folder_is_none_that_leads_out(file: str) -> None:
    assert not Photo(file=file).outside


def test_a_document_may_leave_out_what_has_a_default() -> None:
    document = {"id": "a", "created": "2026-11-18T09:00:00+07:00", "updated": "2026-11-18T09:00:00+07:00"}
    one = from_document(document)
    assert (one.kind, one.status, one.revision, one.body) == (Kind.SIARAN_PERS, Status.DRAF, 1, "")


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": 5},
        {"id": None},
        {"kind": "siaran_radio"},
        {"status": "Draf"},
        {"headline": None},
        {"event_date": "2026-02-30"},
        {"created": "2026-11-18T09:00:00"},
        {"updated": "kemarin"},
        {"embargo": "2026-11-18 09:00"},
        {"contacts": [{"name": 1}]},
        {"photos": [{"caption": "tanpa berkas"}]},
        {"photos": [{"file": "a.jpg", "shows": ["orang"]}]},
        {"revision": "dua"},
    ],
    ids=str,
)
def test_a_document_with_a_wrong_value_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        from_document(json.loads(json.dumps(to_document(blank()))) | wrong)


@pytest.mark.parametrize("missing", ["id", "created", "updated"])
def test_a_document_without_name_or_times_is_refused(missing: str) -> None:
    document = to_document(blank())
    del document[missing]
    with pytest.raises(ValueError, match=missing):
        from_document(document)


@pytest.mark.parametrize("stem", STEMS)
def test_the_samples_are_whole(stem: str) -> None:
    one = release(stem)
    assert one.headline
    assert one.body
    assert one.created <= one.updated
