"""The parts of a Word package that a walk over one of them looks things up in, each read when first asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from parsers.package import Package, Relationship
from parsers.word.bindings import Bindings
from parsers.word.drawn.pictures import Look, Looks
from parsers.word.numbering import Bullets, bullets
from parsers.word.styles import Styles


class Sources:
    """What one part of a package refers to."""

    def __init__(self, package: Package, part: str) -> None:
        self.package = package
        self.part = part

    @cached_property
    def relationships(self) -> Mapping[str, Relationship]:
        """The part's relationships by their id."""
        return {found.id: found for found in self.package.relationships(self.part)}

    @cached_property
    def styles(self) -> Styles:
        """The styles of runs and paragraphs."""
        return Styles(self.related("styles"))

    @cached_property
    def bullets(self) -> Bullets:
        """The bullets of lists."""

        def look(relationship: str) -> Look:
            return Looks().of(self._bullet_pictures.get(relationship, b""))

        return bullets(self.related("numbering"), look)

    @cached_property
    def bindings(self) -> Bindings:
        """What content controls are bound to."""
        return Bindings(self.package, self.part)

    def related(self, kind: str) -> bytes | None:
        """The part of that kind, such as ``styles``, which this part refers to."""
        target = self._target(kind)
        return self.package.part(target) if target else None

    def _target(self, kind: str) -> str:
        inside = (found for found in self.relationships.values() if not found.external)
        return next((found.target for found in inside if found.kind == kind), "")

    @cached_property
    def _bullet_pictures(self) -> Mapping[str, bytes]:
        """The pictures that serve as bullets, by relationship of the list of lists."""
        pictures = self.package.relationships(self._target("numbering"))
        return {one.id: self.package.part(one.target) or b"" for one in pictures if not one.external}
