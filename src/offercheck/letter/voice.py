"""From words to the reader into the reader's own: `your cover` becomes `my cover`."""

from __future__ import annotations

import re

_TURNS = (
    (r"\bboth of you\b", "both of us"),
    (r"\byou are\b", "I am"),
    (r"\bkeep(s?) you\b", r"keep\1 me"),
    (r"\b(to|for|from|with|of|by|help|helps|let|lets|quoted|reaches|against|binds) you\b", r"\1 me"),
    (r"\byourself\b", "myself"),
    (r"\byours\b", "mine"),
    (r"\byour\b", "my"),
    (r"\byou\b", "I"),
)


def of_my_own(text: str) -> str:
    """What a checklist tells its reader, as the reader would say it to an employer."""
    for pattern, words in _TURNS:
        text = re.sub(pattern, words, text)
    return text
