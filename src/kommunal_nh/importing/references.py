"""Numbers of projects in running text become references to them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from kommunal_nh.importing.drafts import Draft, ProjectDraft, projects_below
from kommunal_nh.importing.remarks import Remarks
from kommunal_nh.importing.wording import Wording, folded

_LEAD = (
    r"(?:Projekt|Maßnahme|Ziel|Punkt|Nummer|Nr\.|Ziffer|Kapitel|Abschnitt|[Ss]iehe|s\.|vgl\.)\s*"
)
_QUOTED_BEFORE = re.compile(r"„([^“]{4,120})“\s*\(?[^()„“]{0,20}$")
_SELF_EVIDENT = 4
"""A number with so many parts is one of a project even if no word before it says so."""


class References:
    """Knows which number was printed where."""

    def __init__(self, draft: Draft, wording: Wording, remarks: Remarks) -> None:
        self._remarks = remarks
        self._projects: dict[str, list[ProjectDraft]] = defaultdict(list)
        self._titles: dict[str, ProjectDraft] = {}
        for theme in draft.themes:
            for project in projects_below(theme):
                self._projects[project.printed].append(project)
                self._titles.setdefault(folded(project.title), project)
        self._longest = max(map(len, self._titles), default=0)
        self._pattern = wording.patterns.get("projekt")
        self._number = _finder(wording)

    def replaced(self, text: str, at: int, own: ProjectDraft | None) -> str:
        """A text with references.

        Args:
            text: Markdown.

            at: Where it begins.

            own: The project that it belongs to.

        Returns:
            The text; numbers that can not be what they say are left as they are.
        """
        if self._number is None:
            return text
        return self._number.sub(self._replacement(text, at, own), text)

    def _replacement(
        self, text: str, at: int, own: ProjectDraft | None
    ) -> Callable[[re.Match[str]], str]:
        def replace(found: re.Match[str]) -> str:
            target = self._target(found, text, at, own)
            return f"{found['lead'] or ''}[](#{target.id})" if target else found[0]

        return replace

    def _target(
        self, found: re.Match[str], text: str, at: int, own: ProjectDraft | None
    ) -> ProjectDraft | None:
        number = found["number"]
        targets = self._projects.get(number, [])
        where = f" in {own.printed} „{own.title}“" if own else ""
        if not targets and not self._is_complete(number):
            return None  # a date, or another number
        if not targets:
            self._say(at, f"Der Verweis auf {number}{where} führt zu keinem Projekt.")
            return None
        if own in targets:
            self._say(at, f"Der Verweis auf {number}{where} führt zu sich selbst.")
            return None
        meant = self._meant(text[: found.start()], text[found.end() :])
        if meant is not None and meant not in targets:
            self._say(
                at,
                f"Der Verweis auf {number}{where} führt zu „{targets[0].title}“, seine Worte "
                f"nennen aber „{meant.title}“ ({meant.printed}, {self._remarks.place(meant.at)}).",
            )
            return None
        if len(targets) > 1:
            self._say(at, f"Der Verweis auf {number}{where} ist nicht eindeutig.")
            return None
        return targets[0]

    def _is_complete(self, number: str) -> bool:
        if self._pattern is None:
            return False
        return bool(self._pattern.parse(number).goal) or "ziel" not in self._pattern.places

    def _say(self, at: int, message: str) -> None:
        self._remarks.warn("printed-reference", at, f"{message} Er ist nicht umgewandelt.")

    def _meant(self, before: str, after: str) -> ProjectDraft | None:
        """The project whose title stands beside a number."""
        quoted = _QUOTED_BEFORE.search(before[-150:])
        if quoted and (found := self._titles.get(folded(quoted[1]))):
            return found
        words = folded(after[: self._longest + 5].lstrip(" :„(")).split()
        for count in range(len(words), 0, -1):
            if found := self._titles.get(folded(" ".join(words[:count]))):
                return found
        return None


def _finder(wording: Wording) -> re.Pattern[str] | None:
    """What finds numbers of projects; short ones only after a word that says what they are."""
    pattern = wording.patterns.get("projekt")
    if pattern is None or pattern.is_local or not pattern.places:
        return None
    lead = f"(?P<lead>{_LEAD})" + ("?" if len(pattern.places) >= _SELF_EVIDENT else "")
    number = pattern.expression
    return re.compile(rf"(?<![\w.]){lead}(?<![\d.])(?P<number>{number})(?![\w]|\.\d)")
