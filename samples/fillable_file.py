"""The file that holds a fillable form: objects, packed or not, and a version that came before."""

from __future__ import annotations

from zlib import compress


def literal(text: str) -> str:
    """A text as a string of the file, in UTF-16."""
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def refs(numbers: list[int]) -> str:
    """References to objects."""
    return " ".join(f"{number} 0 R" for number in numbers)


class Book:
    """Objects by number, from 1."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []
        self._first: dict[int, bytes] = {}

    def add(self, body: str = "") -> int:
        """A new object."""
        self._objects.append(body.encode("latin-1"))
        return len(self._objects)

    def set(self, number: int, body: str, first: str | None = None) -> None:
        """What an object is, and what it was before the form was filled in."""
        self._objects[number - 1] = body.encode("latin-1")
        if first is not None and first != body:
            self._first[number] = first.encode("latin-1")

    def stream(self, head: str, data: str) -> int:
        """A new stream."""
        raw = data.encode("latin-1")
        start = f"<<{head}/Length {len(raw)}>>\nstream\n".encode("latin-1")
        self._objects.append(start + raw + b"\nendstream")
        return len(self._objects)

    def plain(self, root: int) -> bytes:
        """The file with a plain table of contents."""
        return self._ended(bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), dict(self._numbered()), root, None)

    def updated(self, root: int) -> bytes:
        """The empty form's file with the answers behind its end."""
        now = dict(self._numbered())
        empty = self._ended(bytearray(b"%PDF-1.6\n"), {**now, **self._first}, root, None)
        before = int(empty[empty.rindex(b"startxref") + 9 :].split()[0])
        return self._ended(bytearray(empty), {at: now[at] for at in self._first}, root, before)

    def packed(self, root: int) -> bytes:
        """The file with its objects packed in a stream."""
        small = {at: body for at, body in self._numbered() if b"stream" not in body}
        large = {at: body for at, body in self._numbered() if at not in small}
        holder, index = len(self._objects) + 1, len(self._objects) + 2
        bodies, head, offset = [], [], 0
        for at, body in small.items():
            head.append(f"{at} {offset}")
            bodies.append(body)
            offset += len(body) + 1
        first = " ".join(head).encode() + b" "
        data = compress(first + b" ".join(bodies))
        large[holder] = (
            f"<</Type/ObjStm/N {len(small)}/First {len(first)}/Filter/FlateDecode/Length {len(data)}>>\n"
        ).encode() + b"stream\n" + data + b"\nendstream"  # fmt: skip
        out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
        for at, body in large.items():
            places[at] = len(out)
            out += f"{at} 0 obj\n".encode() + body + b"\nendobj\n"
        order = list(small)
        rows = [(0, 0, 65535)]
        rows += [
            (1, places[at], 0) if at in places else (2, holder, order.index(at)) for at in range(1, index)
        ]
        rows.append((1, len(out), 0))
        table = compress(b"".join(k.to_bytes(1) + a.to_bytes(4) + b.to_bytes(2) for k, a, b in rows))
        start = len(out)
        spec = f"<</Type/XRef/Size {index + 1}/W[1 4 2]/Root {root} 0 R"
        spec += f"/Filter/FlateDecode/Length {len(table)}>>"
        out += f"{index} 0 obj\n{spec}\nstream\n".encode() + table + b"\nendstream\nendobj\n"
        return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())

    def _numbered(self) -> list[tuple[int, bytes]]:
        return list(enumerate(self._objects, 1))

    def _ended(self, out: bytearray, objects: dict[int, bytes], root: int, before: int | None) -> bytes:
        """The file so far with objects and their table of contents behind it."""
        table = b"xref\n" + (b"0 1\n0000000000 65535 f \n" if before is None else b"")
        for at, body in sorted(objects.items()):
            table += f"{at} 1\n{len(out):010} 00000 n \n".encode()
            out += f"{at} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        prev = "" if before is None else f"/Prev {before}"
        out += table + f"trailer <</Size {len(self._objects) + 1}/Root {root} 0 R{prev}>>\n".encode()
        return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())
