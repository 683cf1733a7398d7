"""Small words that decide what is meant: yes and no, and those that say nothing by themselves. As keys."""

YES = frozenset({"si", "yes", "presente", "presenti", "ja", "oui"})
NO = frozenset({"no", "assente", "assenti", "nonpresente", "nonpresenti", "nein", "non"})
"""What people write beside an option, or over a column of boxes, to say whether it holds."""
DENYING = frozenset({"no", "non", "not", "nessuno", "nessuna", "kein", "keine", "nicht", "pas", "aucun"})
"""Words that turn what they stand by into its opposite."""
LITTLE = frozenset(
    (
        *("il", "lo", "la", "gli", "le", "l", "un", "uno", "una", "di", "del", "dello", "della"),
        *("dei", "degli", "delle", "d", "da", "dal", "con", "e", "ed", "in", "nel", "nella"),
        *("per", "su", "al", "alla", "ai", "the", "of", "and", "der", "die", "das", "und", "les"),
        *("et", "des"),
    )
)
"""Words that say nothing by themselves."""
AGAINST = frozenset(
    (
        *("non", "no", "nessuno", "nessuna", "niente", "senza", "ne", "o", "oppure", "forse"),
        *("circa", "not", "or", "oder", "ou"),
    )
)
"""Words after which an option is not simply named."""
