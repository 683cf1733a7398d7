"""Outcomes as JSON: they come back as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest import codec
from ingest.record import (
    SEVERITIES,
    Entry,
    Evidence,
    Failure,
    Finding,
    Outcome,
    Picture,
    Record,
    Severity,
)
from parsers.document import Image, Place
from tests.filing import outcome

# A high surrogate before a low one is that pair's character in JSON, and no text of a file.
letters = st.text(st.characters(exclude_characters="".join(map(chr, range(0xDC00, 0xE000)))), max_size=8)

small = st.integers(1, 99)

floats = st.floats(allow_nan=False, allow_infinity=False, width=32)

places = st.none() | st.builds(
    Place,
    table=st.none() | letters,
    row=st.none() | small,
    cell=st.none() | small,
    paragraph=st.none() | small,
    page=st.none() | small,
    box=st.none() | st.tuples(floats, floats, floats, floats),
)

facts = st.lists(st.tuples(letters, letters | st.integers()), max_size=3).map(tuple)

values = st.none() | letters | st.booleans() | st.integers() | st.lists(letters, max_size=3).map(tuple)

entries = st.builds(
    Entry,
    letters,
    values,
    st.builds(
        Evidence,
        *(letters, letters, floats, places, letters),
        st.lists(places.filter(bool), max_size=3).map(tuple),
    ),
)

records = st.builds(Record, letters, letters, st.lists(entries, max_size=3).map(tuple))

findings = st.builds(
    Finding,
    st.sampled_from(sorted(SEVERITIES)),
    st.none() | letters,
    facts,
    places,
    st.sampled_from(Severity),
)

pictures = st.builds(
    Picture, letters, st.builds(Image, letters, letters, st.just(b""), places.map(lambda p: p or Place()))
)

outcomes = st.builds(
    Outcome,
    st.none() | records,
    st.lists(findings, max_size=2).map(tuple),
    st.none() | st.builds(Failure, letters, letters, facts),
    st.lists(pictures, max_size=2).map(tuple),
)


@given(outcomes)
def test_an_outcome_comes_back_as_it_was(read: Outcome) -> None:
    """Encoding and decoding changes nothing, lone surrogates and control characters included."""
    text = codec.encode(read)
    text.encode("utf-8")
    assert codec.decode(text) == read


def test_pictures_are_kept_without_their_bytes() -> None:
    """The store holds where a picture lies, never the picture."""
    assert "picture" not in codec.encode(outcome("a", "b", pictures=1)).split('"pictures"')[1]
