"""The message to a cooperative: a numbered list of what only it can supply, ready to be sent.

What the office itself has to look at (a faint tick, an uncertain reading) is not asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from ingest import messages
from ingest.filed import Filed
from ingest.texts import Texts
from output.characters import visible
from output.labels import named
from parsers.form import Form, Kind

CATALOGUE = "output.texts:letter"

LONGEST_ADDRESS = 1_900
"""In characters; mail programs and browsers cut longer ``mailto:`` addresses."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that waits to be sent."""

    to: str
    """The form's e-mail address, else that of the list of those invited, or ``""``."""
    subject: str
    text: str
    is_listed: bool = False
    """Whether the address is the list's."""

    @property
    def mailto(self) -> str:
        """The ``mailto:`` address with subject and text, or ``""`` where it would be cut."""
        body = quote(self.text.replace("\n", "\r\n"), safe="")
        address = f"mailto:{quote(self.to, safe='@')}?subject={quote(self.subject, safe='')}&body={body}"
        return address if len(address) <= LONGEST_ADDRESS else ""

    def draft(self) -> bytes:
        """The message as mail programs open it to be sent (``.eml``); the same letter, the same bytes."""
        mail = EmailMessage(policy=SMTP)
        mail["Subject"] = self.subject
        box, at, domain = self.to.rpartition("@")
        if at and self.to.isascii():
            mail["To"] = Address(username=box, domain=domain)
        mail["X-Unsent"] = "1"
        mail.set_content(self.text + "\n", cte="base64")
        return mail.as_bytes()


def words_of(language: str) -> Texts:
    """The catalogue of letters."""
    return Texts(language, messages.CATALOGUE, CATALOGUE)


def letter(filed: Filed, form: Form, words: Texts, listed: str = "") -> Letter | None:
    """The message to the sender of a form, or None where there is nothing to ask.

    `listed` is the address that the list of those invited has, for a form that gives none.

    Only a current version is asked about: for an older one the newer has been sent already.
    """
    asked = [
        messages.message(finding, form, words, "asked")
        for finding in filed.outcome.findings
        if words.has("asked", finding.code)
    ]
    if not asked or not filed.current:
        return None
    sender, project = (_line(name) for name in named(filed, form))
    title = _line(form.title)
    subject = "subject_project" if project else "subject"
    given = _address(filed, form)
    return Letter(
        given or listed,
        words.say("letter", subject, form=title, project=project),
        "\n".join(_text(asked, sender, title, words)),
        is_listed=not given and listed != "",
    )


def reminder(name: str, address: str, form: Form | None, words: Texts) -> Letter:
    """The message to one who has sent nothing yet; without a form it is not named."""
    title = _line(form.title) if form is not None else ""
    kind = "_form" if title else ""
    text = [
        words.say("letter", "greeting_sender", sender=_line(name)),
        "",
        words.say("reminder", f"opening{kind}", form=title),
        "",
        words.say("reminder", "request"),
        "",
        words.say("reminder", "already"),
        "",
        words.say("letter", "goodbye"),
    ]
    return Letter(address, words.say("reminder", f"subject{kind}", form=title), "\n".join(text))


def _text(asked: list[str], sender: str, title: str, words: Texts) -> list[str]:
    many = "opening_many" if len(asked) > 1 else "opening"
    return [
        words.say("letter", "greeting_sender" if sender else "greeting", sender=sender),
        "",
        words.say("letter", many, form=title, count=len(asked)),
        "",
        *(f"{number}. {_line(sentence)}" for number, sentence in enumerate(asked, 1)),
        "",
        words.say("letter", "closing"),
        "",
        words.say("letter", "goodbye"),
    ]


def _address(filed: Filed, form: Form) -> str:
    record = filed.outcome.record
    values = record.values() if record is not None else {}
    addresses = (values.get(field.id) for field in form.fields if field.kind is Kind.EMAIL)
    return next((address for address in addresses if isinstance(address, str) and address), "")


def _line(text: str) -> str:
    """The text on one line: what people wrote must not make lines of its own, nor headers."""
    return " ".join(visible(text).split())
