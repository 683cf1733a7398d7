"""Logos and photos made small, for the pages of the report."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageOps, UnidentifiedImageError

from ingest.workspace import Workspace

_LONGER_SIDE = 240  # pixels
_LARGEST = 50_000_000  # bytes of the picture's file
_MOST_PIXELS = 60_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")


def thumbnailer(workspace: Workspace) -> Callable[[str], bytes | None]:
    """A function that makes a saved picture small, as PNG or JPEG, by its path in the work folder.

    It gives None where the file is gone, is too large, damaged, or no picture made of pixels (EMF, WMF, SVG).
    """

    def thumbnail(name: str) -> bytes | None:
        path = workspace.folder / name
        if path.parent != workspace.images:
            return None
        try:
            if path.stat().st_size > _LARGEST:
                return None
            with Image.open(path, formats=_FORMATS) as image:
                return _small(image) if image.width * image.height <= _MOST_PIXELS else None
        except (OSError, UnidentifiedImageError, ValueError, SyntaxError, EOFError, MemoryError):
            return None  # what is broken is left out: the page links the original
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            return None

    return thumbnail


def _small(image: Image.Image) -> bytes:
    image.draft("RGB", (_LONGER_SIDE, _LONGER_SIDE))  # a photo is decoded at about the size that is wanted
    upright = ImageOps.exif_transpose(image)
    is_clear = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    small = upright.convert("RGBA" if is_clear else "RGB")
    small.thumbnail((_LONGER_SIDE, _LONGER_SIDE))
    file = io.BytesIO()
    if is_clear:
        small.save(file, "PNG", optimize=True)
    else:
        small.save(file, "JPEG", quality=80)
    return file.getvalue()
