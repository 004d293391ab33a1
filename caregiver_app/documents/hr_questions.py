"""One page of questions for HR: what was assumed and what the rules leave open, with lines for the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.leave_parts import fact_rows
from caregiver_app.documents.lettering import printable, width, wrap
from caregiver_app.documents.pages import Head, Stamp, brief, fits_one_page, full_pages, head
from caregiver_app.documents.paper import MM, SAFE_WIDTH, Look
from caregiver_app.documents.parts import Lines, Noted, WritingRow, notes_group
from caregiver_app.words import tr

MOST_ANSWER_LINES = 3
_GAP = 3 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class HrQuestions:
    """The questions in their order, and who asks where. A `blank` page has lines for questions of one's own."""

    dates: str
    asked_by: str = ""
    employer: str = ""
    questions: tuple[str, ...] = ()
    blank: bool = False
    stamp: Stamp


def hr_questions(data: HrQuestions, look: Look) -> bytes:
    """The page as a PDF."""
    layout = _Layout(data, replace(look, dense=True))
    return full_pages(tr("Questions for HR"), layout.head(), layout.groups(), layout.data.stamp, layout.look)


class _Layout:
    """Gives each question as many lines for its answer as the page holds."""

    def __init__(self, data: HrQuestions, look: Look) -> None:
        self.look = look
        self.noted = Noted(look)
        self.data = replace(data, stamp=brief(data.stamp, self.noted))

    def head(self) -> Head:
        """The head."""
        return head(tr("Questions for HR"), self.data.dates, "", self.look)

    def groups(self) -> list[Group]:
        """Everything under the head, on one page where that can be."""
        found: list[Group] = []
        for lines in range(MOST_ANSWER_LINES, 0, -1):
            found = self._groups(lines)
            if fits_one_page(self.head(), found, self.data.stamp):
                break
        return found

    def _groups(self, lines: int) -> list[Group]:
        facts = [(tr("Employee"), self.data.asked_by), (tr("Employer"), self.data.employer)]
        who = [(tr("Answered by"), ""), (tr("Date"), "")]
        rows = [*fact_rows(facts, self.noted, SAFE_WIDTH), *fact_rows(who, self.noted, SAFE_WIDTH)]
        questions = ("",) * 6 if self.data.blank else self.data.questions
        asked = [self._question(number, words, lines) for number, words in enumerate(questions, start=1)]
        return [Group(rows=rows), *asked, notes_group(self.noted.texts, self.look)]

    def _question(self, number: int, words: str, lines: int) -> Group:
        mark = f"{number}."
        x = width("10. ", self.look.body, bold=True)
        wrapped = wrap(printable(words), SAFE_WIDTH - x, self.look.body)
        answer = WritingRow(blanks=[("", x, SAFE_WIDTH - x)], look=self.look)
        if not wrapped:
            return Group(rows=[Lines(lines=[""], lead=mark, look=self.look), *[answer] * lines], gap=_GAP)
        text: list[Block] = [
            Lines(lines=[line], x=x, lead="" if place else mark, look=self.look) for place, line in enumerate(wrapped)
        ]
        return Group(rows=[*text, *[answer] * lines], gap=_GAP)
