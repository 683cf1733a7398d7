"""Pictures made small for the report, whatever a form may hold."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from ingest import thumbnails
from ingest.thumbnails import thumbnailer
from ingest.workspace import create


def saved(folder: Path, name: str, image: Image.Image) -> str:
    path = create(folder).images / name
    image.save(path)
    return f"images/{name}"


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.bmp", "a.tif", "a.webp"])
def test_a_picture_is_made_small(tmp_path: Path, name: str) -> None:
    """At most 240 pixels on its longer side, in its own shape."""
    path = saved(tmp_path, name, Image.new("RGB", (1000, 500), "red"))
    assert opened(thumbnailer(create(tmp_path))(path)).size == (240, 120)


def test_a_small_picture_is_not_made_larger(tmp_path: Path) -> None:
    """A logo of few pixels stays sharp."""
    path = saved(tmp_path, "a.png", Image.new("RGB", (30, 20)))
    assert opened(thumbnailer(create(tmp_path))(path)).size == (30, 20)


def test_what_is_transparent_stays_so(tmp_path: Path) -> None:
    """A logo is not put on black."""
    path = saved(tmp_path, "a.png", Image.new("RGBA", (300, 300), (255, 0, 0, 0)))
    small = opened(thumbnailer(create(tmp_path))(path))
    assert (small.format, small.getchannel("A").getextrema()) == ("PNG", (0, 0))


def test_a_photo_is_turned_as_it_was_taken(tmp_path: Path) -> None:
    """The camera notes which side is up."""
    image = Image.new("RGB", (400, 200))
    turned = image.getexif()
    turned[0x0112] = 6
    image.save(create(tmp_path).images / "a.jpg", exif=turned)
    assert opened(thumbnailer(create(tmp_path))("images/a.jpg")).size == (120, 240)


@pytest.mark.parametrize(
    "data", [b"", b"\x01\0\0\0 EMF", b"<svg/>", b"\x89PNG\r\n\x1a\n cut", b"\xff\xd8\xff\xe0"]
)
def test_what_is_no_picture_of_pixels_gives_none(tmp_path: Path, data: bytes) -> None:
    """Drawings of Word's own kind, and what is damaged."""
    (create(tmp_path).images / "a.png").write_bytes(data)
    assert thumbnailer(create(tmp_path))("images/a.png") is None


@pytest.mark.parametrize("name", ["images/gone.png", "archive/a.png", "images/../a.png", "/a.png"])
def test_only_saved_pictures_are_opened(tmp_path: Path, name: str) -> None:
    """Nothing beside the folder of pictures."""
    workspace = create(tmp_path)
    for folder in (workspace.archive, workspace.folder):
        Image.new("RGB", (9, 9)).save(folder / "a.png")
    assert thumbnailer(workspace)(name) is None


def test_a_picture_with_too_many_pixels_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file can swell to gigabytes."""
    monkeypatch.setattr(thumbnails, "_MOST_PIXELS", 100)
    path = saved(tmp_path, "a.png", Image.new("RGB", (20, 20)))
    assert thumbnailer(create(tmp_path))(path) is None


def test_a_picture_cut_in_the_middle_gives_none(tmp_path: Path) -> None:
    """As from a damaged form."""
    path = create(tmp_path).images / "a.png"
    Image.effect_noise((300, 300), 90).save(path)
    path.write_bytes(path.read_bytes()[:2000])
    assert thumbnailer(create(tmp_path))("images/a.png") is None
