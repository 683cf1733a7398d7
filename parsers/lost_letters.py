"""The letters that draw boxes and ticks in a symbol font, and are shown as letters where the font is lost.

Some of them are no letters of ours and say enough alone; the others only where their neighbours look alike.
"""

from __future__ import annotations

from parsers.document import State

SURE = 0.7
"""How sure such a box is: below what needs no look, as the letters may be letters."""

ALONE = "¨þý"
"""What no Italian writes: the commonest boxes of Wingdings."""

POUND = "£"
"""The box of Wingdings 2; before words it is no price."""

EMPTIES = "oqr£¨¡"
"""The letters of empty boxes."""

_EMPTY, _TICKED, _BARE = (State.EMPTY, True), (State.TICKED, True), (State.TICKED, False)
ALIKE = {
    **dict.fromkeys(EMPTIES, _EMPTY),
    **dict.fromkeys("þýxnlRST", _TICKED),
    **dict.fromkeys("üûPO", _BARE),
}
"""What each letter shows, and whether there is a box."""

PARTNERS = {**dict.fromkeys("oqr¨¡", "þýxnlüû"), POUND: "RSTPO"}
"""The ticks that go with each empty box, by font."""

FEWEST = 3
"""So many neighbours begin or end alike, or two and a tick that goes with them."""
