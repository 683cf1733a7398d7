"""Writes drawn forms into a folder: ``python -m benchmarks.drawn FOLDER COUNT [SEED]``.

A process of its own for benchmarks.memory, which must stay small itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

from samples.drawing import draw


def main(words: list[str]) -> None:
    """Write `COUNT` forms, each of its own seed, `SEED` the first."""
    folder, count = Path(words[0]), int(words[1])
    first = int(words[2]) if len(words) > 2 else 0
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(first, first + count):
        (folder / f"scheda-{seed:06}.docx").write_bytes(draw(seed).data)


if __name__ == "__main__":
    main(sys.argv[1:])
