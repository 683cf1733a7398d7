"""Draws fillable PDF forms with the reading that is right for each, from a seed.

The pages are drawn in code, in many layouts; the fields are kept in the ways of form designers, and
filled in as viewers do it. Nothing here needs an office program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from random import Random

from samples import blank
from samples.answers import Answers, answers, truth
from samples.drawing import Sample
from samples.fillable_boxes import CHECKS, SINGLE, STATES
from samples.fillable_fields import Made, Said, Setting, Tick, joined
from samples.fillable_file import Book, refs
from samples.fillable_layouts import Drawn, drawn
from samples.fillable_pages import HEIGHT, WIDTH, Blank, Box, Look, Want
from samples.fillable_texts import WRITES, Repeated, combed, letters, lists
from samples.places import PLACES
from samples.scenarios import SCENARIOS

_SAME = "same"

AXES: Mapping[str, Sequence[str]] = {
    "labels": ("left", "left", "above", "below", "table", "table-above"),
    "options": ("column", "column", "row", "columns"),
    "side": ("before", "before", "before", "after"),
    "printed": ("nothing", "nothing", "frame", "glyph", "line", "dots", "shade"),
    "paired": ("no", "yes"),
    "aside": ("no", "yes"),
    "notes": ("yes", "yes", "no"),
    "size": ("8", "9.5", "11"),
    "air": ("4", "9", "14"),
    "roomy": ("120", "200", "330"),
    "box": tuple(CHECKS),
    "single": (*(_SAME,) * 6, *SINGLE),
    "state": ("Yes", "Yes", *STATES),
    "caption": ("4", "8", "l", "n", "u", "5"),
    "text": tuple(WRITES),
    "list": ("none", "none", *lists(())),
    "single-list": ("no", "no", "no", "no", "yes"),
    "phone": ("text", "text", "parted", "comb", "letters"),
    "tooltips": ("no", "yes"),
    "names": ("fields", "numbered"),
    "strays": ("none", "none", "hidden", "buttons", "outside", "orphans", "repeated", "calculated"),
    "file": ("plain", "plain", "packed", "updated", "flattened"),
    "turn": ("0", "0", "0", "90", "180", "270"),
    "decoy": ("none", "none", "quoted", "bullets", "subheads", "glyph"),
    "scenario": (*("complete",) * 12, *SCENARIOS),
}

UNFIT: Sequence[Callable[[Mapping[str, str]], bool]] = (
    # A field cannot hold two answers where it is one for all its boxes.
    lambda axes: (
        (axes["single"] != _SAME or axes["single-list"] == "yes")
        and axes["scenario"] in ("too-many-choices", "several")
    ),
    # Words that stand before their box on one line with others belong to either.
    lambda axes: axes["side"] == "after" and axes["options"] == "row" and axes["labels"] == "left",
    lambda axes: axes["file"] == "flattened" and axes["strays"] == "repeated",
    # A name like these stands for a box that is off where nothing says that it has a face.
    lambda axes: axes["state"] in ("off", "OFF", "false") and axes["box"] == "check-bare",
    # What an empty text field is nobody sees once it is part of the page.
    lambda axes: axes["file"] == "flattened" and axes["box"] in ("text-x", "check-bare", "check-value-bare"),
    lambda axes: axes["file"] == "flattened" and axes["single"] == "radio-bare",
    lambda axes: axes["file"] == "flattened" and (axes["decoy"] == "glyph" or axes["labels"] == "below"),
    lambda axes: axes["file"] == "flattened" and axes["text"] == "stale",
)


def draw(seed: int, **fixed: str) -> Sample:
    """The fillable form of that seed, with some axes fixed by name. Raises ValueError for an unknown one."""
    axes = _axes(Random(f"{seed}/fillable"), fixed)
    random = Random(f"{seed}/made")
    look = Look(
        labels=axes["labels"],
        options=axes["options"],
        after=axes["side"] == "after",
        printed=axes["printed"],
        paired=axes["paired"] == "yes",
        aside=axes["aside"] == "yes",
        notes=axes["notes"] == "yes",
        side=random.choice((8.0, 10.0, 12.0)),
        size=float(axes["size"]),
        air=float(axes["air"]),
        roomy=float(axes["roomy"]),
        parted=axes["phone"] != "text",
        listed=axes["single-list"] == "yes",
    )
    given = answers(Random(f"{seed}/answers"), axes["decoy"])
    while (
        axes["phone"] in ("comb", "letters")
        and isinstance(given.coded["telefono"], list)
        and len(given.coded["telefono"]) > 1
    ):
        given = answers(random, axes["decoy"])
    given = SCENARIOS[axes["scenario"]](given, Random(f"{seed}/scenario"))
    given = replace(_fitted(given, axes), pictures={"logo": 0, "foto": 0})
    data = _file(drawn(look, random), given, axes, random)
    return Sample(f"modulo-{seed:04d}.pdf", data, truth(given), given.expect, given.notes, axes)


def _axes(random: Random, fixed: Mapping[str, str]) -> dict[str, str]:
    for axis, way in fixed.items():
        if way not in AXES.get(axis, ()):
            raise ValueError(f"no way {way!r} on axis {axis!r}")
    for _ in range(300):
        axes = {axis: fixed.get(axis) or random.choice(ways) for axis, ways in AXES.items()}
        if not any(unfit(axes) for unfit in UNFIT):
            return axes
    raise ValueError(f"these do not go together: {dict(fixed)}")


def _fitted(given: Answers, axes: Mapping[str, str]) -> Answers:
    """The answers as the fields can hold them."""
    typed = dict(given.typed)
    if axes["phone"] in ("comb", "letters"):
        typed["telefono"] = "".join(char for char in typed["telefono"] if char not in " ()./-")
    if axes["file"] == "flattened":
        typed = {name: text.replace("≥", ">=") for name, text in typed.items()}
    return replace(given, typed=typed)


def _file(form: Drawn, given: Answers, axes: Mapping[str, str], random: Random) -> bytes:
    book = Book()
    catalog, tree = book.add(), book.add()
    fonts = "/Font<<" + "".join(f"/{key} {book.add(_font(name))} 0 R" for key, name in _FONTS.items()) + ">>"
    turn = int(axes["turn"])
    setting = Setting(
        book,
        lambda box: _rect(box, turn),
        fonts,
        axes["state"],
        axes["caption"],
        axes["tooltips"] == "yes",
        turn,
    )
    made = joined([*_ticked(form, given, axes, setting, random), *_written(form, given, axes, setting)])
    made, hidden = _with_strays(made, form, axes, setting)
    flat = axes["file"] == "flattened"
    kids = []
    for at, leaf in enumerate(form.leaves):
        content = [_turned(turn), *leaf.content]
        if flat:
            content += [
                f"q 1 0 0 1 {box[0]:.2f} {HEIGHT - box[3]:.2f} cm /Fm{number} Do Q"
                for page, box, number in made.pictures
                if page == at
            ]
        shown = "".join(f"/Fm{number} {number} 0 R" for page, _, number in made.pictures if page == at)
        stream = book.stream("", "\n".join(content))
        notes = refs([number for page, number in made.widgets if page == at])
        size = f"{WIDTH} {HEIGHT}" if turn % 180 == 0 else f"{HEIGHT} {WIDTH}"
        annotations = "" if flat else f"/Annots[{notes}]"
        kids.append(
            book.add(
                f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {size}]/Rotate {turn}/Contents {stream} 0 R"
                f"/Resources<<{fonts}/XObject<<{shown if flat else ''}>>>>{annotations}>>"
            )
        )
    book.set(tree, f"<</Type/Pages/Count {len(kids)}/Kids[{refs(kids)}]>>")
    listed = [number for number in made.fields if number not in hidden]
    need = "/NeedAppearances true" if axes["text"] in ("stale", "no-picture") else ""
    fields = "" if flat else f"/AcroForm<</Fields[{refs(listed)}]{need}/DR<<{fonts}>>/DA(/F1 0 Tf 0 g)>>"
    book.set(catalog, f"<</Type/Catalog/Pages {tree} 0 R{fields}>>")
    if axes["file"] == "packed":
        return book.packed(catalog)
    return book.updated(catalog) if axes["file"] == "updated" else book.plain(catalog)


_FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "ZapfDingbats"}


def _font(name: str) -> str:
    encoding = "" if name == "ZapfDingbats" else "/Encoding/WinAnsiEncoding"
    return f"<</Type/Font/Subtype/Type1/BaseFont/{name}{encoding}>>"


def _rect(box: Box, turn: int) -> str:
    """A place of the upright page, as a page counts that is turned to be shown so."""
    x0, y0, x1, y1 = box[0], HEIGHT - box[3], box[2], HEIGHT - box[1]
    if turn == 90:
        x0, y0, x1, y1 = HEIGHT - y1, x0, HEIGHT - y0, x1
    elif turn == 180:
        x0, y0, x1, y1 = WIDTH - x1, HEIGHT - y1, WIDTH - x0, HEIGHT - y0
    elif turn == 270:
        x0, y0, x1, y1 = y0, WIDTH - x1, y1, WIDTH - x0
    return f"[{x0:.2f} {y0:.2f} {x1:.2f} {y1:.2f}]"


def _turned(turn: int) -> str:
    """The operator that turns upright content."""
    return {
        0: "",
        90: f"0 1 -1 0 {HEIGHT} 0 cm",
        180: f"-1 0 0 -1 {WIDTH} {HEIGHT} cm",
        270: f"0 -1 1 0 0 {WIDTH} cm",
    }[turn]


def _ticked(
    form: Drawn, given: Answers, axes: Mapping[str, str], setting: Setting, random: Random
) -> list[Made]:
    single = SINGLE.get(axes["single"], CHECKS[axes["box"]])
    made = []
    for field in blank.OPTIONS:
        if axes["single-list"] == "yes" and field in ("tipologia", "ambito"):
            continue
        mine = [one for one in form.blanks if one.field == field and one.want is Want.TICK]
        ticks = [
            Tick(one, _name(one, axes, form.blanks.index(one)), one.code in given.ticks.get(field, ()))
            for one in mine
        ]
        way = single if field in blank.SINGLE else CHECKS[axes["box"]]
        made.append(way(setting, ticks))
    return made


_HEADS = ((300.0, 14.0, 540.0, 28.0), (300.0, 816.0, 540.0, 830.0))
"""Places at the head and the foot of a page."""


def _name(one: Blank, axes: Mapping[str, str], at: int) -> str:
    if axes["names"] == "numbered":
        return f"{'Check Box ' if one.want is Want.TICK else 'Text'}{at + 1}"
    return f"{one.field}.{one.code}".rstrip(".")


def _written(form: Drawn, given: Answers, axes: Mapping[str, str], setting: Setting) -> list[Made]:
    regions = lists(sorted({place.region[0] for place in PLACES}))
    made = []
    for at, one in enumerate(form.blanks):
        if one.want is Want.TICK:
            continue
        said = Said(one, _name(one, axes, at), _text(one.field, given))
        way = WRITES[axes["text"]]
        if one.field in blank.OPTIONS:
            kind = axes["list"] if axes["list"] in regions else "combo"
            way = lists(list(blank.OPTIONS[one.field].values()))[kind]
        if one.field == "regione" and axes["list"] in regions:
            way = regions[axes["list"]]
        if one.field == "cooperativa" and axes["strays"] == "repeated":
            way = Repeated([(len(form.leaves) - 1, box) for box in _HEADS])
        if one.field == "telefono" and axes["phone"] == "comb":
            way = combed
        if one.field == "telefono" and axes["phone"] == "letters":
            way = letters
        made.append(way(setting, said))
    return made


def _text(field: str, given: Answers) -> str:
    if field in blank.OPTIONS:
        return "".join(blank.OPTIONS[field][code] for code in given.ticks[field])
    if field != "contatti":
        return given.typed.get(field, "")
    both = [given.typed.get(name, "") for name in ("telefono", "email")]
    return " - ".join(text for text in both if text)


def _with_strays(made: Made, form: Drawn, axes: Mapping[str, str], setting: Setting) -> tuple[Made, set[int]]:
    """The fields with others that hold no answer; and those that the form does not list."""
    way = axes["strays"]
    if way == "orphans":
        return made, set(made.fields[::2])
    last = len(form.leaves) - 1
    spots: list[tuple[Box, str]] = []
    if way == "hidden":
        spots = [
            ((200, 300, 400, 320), "/FT/Tx/V(nascosto)/F 2"),
            ((60, 200, 70, 210), "/FT/Btn/V/Yes/AS/Yes/F 32"),
        ]
    elif way == "buttons":
        spots = [
            ((450, 20, 540, 40), "/FT/Btn/Ff 65536/F 4/MK<</CA(Stampa)>>"),
            ((300, 20, 400, 40), "/FT/Sig/F 4"),
        ]
    elif way == "outside":
        spots = [
            ((-300, 100, -100, 120), "/FT/Tx/V(fuori)/F 4"),
            ((700, 100, 712, 112), "/FT/Btn/V/Yes/AS/Yes/F 4"),
        ]
    extra = [
        setting.book.add(f"<</Type/Annot/Subtype/Widget/T(Extra{at})/Rect{setting.rect(box)}{spec}>>")
        for at, (box, spec) in enumerate(spots)
    ]
    return joined([made, Made([(last, one) for one in extra], extra)]), set()
