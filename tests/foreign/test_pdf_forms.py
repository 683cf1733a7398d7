"""Town halls' forms printed by LibreOffice: every box found, with its state and label, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from samples import producers
from tests.foreign.pdf_drawn import seen
from tests.foreign.pdf_form import BOXES
from tests.foreign.pdf_forms import FORMS

pytestmark = pytest.mark.skipif(not producers.available(), reason="LibreOffice is not on this computer")


@pytest.fixture(scope="module")
def printed() -> Mapping[str, bytes]:
    """Every form with every kind of box."""
    files = {f"{name}.{kind}": form.html(*BOXES[kind]) for name, form in FORMS.items() for kind in BOXES}
    return producers.converted(files, "pdf", "html")


@pytest.mark.parametrize("kind", BOXES)
@pytest.mark.parametrize("name", FORMS)
def test_form(printed: Mapping[str, bytes], name: str, kind: str) -> None:
    """A form is read as a person reads it, whatever its boxes are."""
    assert seen(printed[f"{name}.{kind}"]) == FORMS[name].truth()
