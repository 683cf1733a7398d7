"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A busy computer now and then takes long over an example; speed is measured in benchmarks/.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
