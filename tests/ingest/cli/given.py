"""What the tests of the command line are given."""

from __future__ import annotations

from pathlib import Path

import pytest

BLANK = Path(__file__).parents[3] / "samples" / "scheda-di-rilevazione.docx"

Output = pytest.CaptureFixture[str]
