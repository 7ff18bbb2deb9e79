"""The words of the help sheets: how to fill in a workbook, and what the grades mean.

It depends on the standard library only, and nobody but the sheets reads it.
The paragraphs of the two languages stand side by side; a further language is one more text.
"""

from __future__ import annotations

from typing import Final

_ENGLISH: Final = """
What this is. Each sheet is a table, and each row below its header is one record. The sheet
corpus says what the whole is called and who keeps it.

Where to begin. Write the source into sources. Give the incident an id and a label in incidents.
Then write one row in statements for each thing that one source says about one incident.

Where sources differ, write two statements and choose neither. Both will be shown side by side.
If there is a reason to prefer one value, write it into decisions.

Name nobody. Labels and paraphrases describe roles, not persons. This workbook is not locked:
whoever has the file can read it.

Headings. Leave the header row as it is. Under a dark heading every row needs a cell; under a
light one it may stay blank. Point at a heading to read what its column holds.

Blank and unknown. A blank cell means that this source says nothing about it. Where the source
says that it is not known, write unknown:not-reported; where the source keeps it back,
unknown:withheld; where you have not looked yet, unknown:not-checked. Where it says of a place only
that it was abroad, write unknown:abroad.

Lists. Many cells offer a list; the sheet vocabulary explains its words. Where a column takes
several values, type them with a semicolon between: abduction;threat

Dates are as exact as the source, and text: 2023, 2023-10, 2023-10-17, 2023? (uncertain), 2022~
(approximate), 2022-03/2022-06 (between), 2019/.. (since).

Ids. Choose a short id for each record, such as gull-article, and never give it to another one.
It is how the tables refer to each other.

No formulas, no merged cells, no hidden sheets: the import refuses them, because what they mean
cannot be seen.

When you are done, run safeconduct import. It names every problem by sheet, row and column, and
shows what would change. A known id updates its record, a new one adds a record, and nothing is
deleted because it is missing here.

The sheets read me, example and vocabulary are never read. The example is invented; two
uninhabited islands, BV and HM, stand for states in it.
"""
_RUSSIAN: Final = """
Что это. Каждый лист — таблица, каждая строка под заголовком — одна запись. На листе corpus
сказано, как называется весь корпус и кто его ведёт.

С чего начать. Впишите источник в sources. Дайте инциденту id и название в incidents. Затем
пишите в statements по строке на каждое сообщение одного источника об одном инциденте.

Если источники расходятся, запишите два сообщения и не выбирайте между ними. Они будут показаны
рядом. Если есть основание предпочесть одно значение, запишите его в decisions.

Не называйте имён. В названиях и пересказах — роли, а не люди. Эта книга не защищена: её прочтёт
всякий, у кого есть файл.

Заголовки. Строку заголовков не меняйте. Под тёмным заголовком ячейка обязательна, под светлым
может остаться пустой. Наведите курсор на заголовок, чтобы прочесть, что
хранит столбец.

Пусто и неизвестно. Пустая ячейка значит, что источник об этом молчит. Если источник говорит,
что это неизвестно, пишите unknown:not-reported; если он это скрывает — unknown:withheld; если
вы ещё не смотрели — unknown:not-checked. Если о месте сказано лишь, что это за границей, пишите
unknown:abroad.

Списки. Многие ячейки предлагают список; лист vocabulary объясняет его слова. Если столбец
допускает несколько значений, разделяйте их точкой с запятой: abduction;threat

Дата настолько точна, насколько точен источник, и это текст: 2023, 2023-10, 2023-10-17, 2023?
(под вопросом), 2022~ (примерно), 2022-03/2022-06 (между), 2019/.. (с).

Id. Придумайте каждой записи короткий id, например gull-article, и не отдавайте его другой. По
id таблицы ссылаются друг на друга.

Без формул, объединённых ячеек и скрытых листов: импорт их не принимает, потому что их смысл не
виден.

Когда закончите, запустите safeconduct import. Он назовёт каждую ошибку по листу, строке и
столбцу и покажет, что изменится. Известный id обновит запись, новый добавит её; ничто не
удаляется оттого, что его здесь нет.

Листы read me, example и vocabulary не читаются. Пример вымышлен; государствами в нём служат два
необитаемых острова, BV и HM.
"""


def _paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]


READ_ME: Final = tuple(zip(_paragraphs(_ENGLISH), _paragraphs(_RUSSIAN), strict=True))

GRADES: Final = (
    ("A", "completely reliable", "полностью надёжен", ""),
    ("B", "usually reliable", "обычно надёжен", ""),
    ("C", "fairly reliable", "довольно надёжен", ""),
    ("D", "not usually reliable", "обычно ненадёжен", ""),
    ("E", "unreliable", "ненадёжен", ""),
    ("F", "cannot be judged", "надёжность неизвестна", ""),
)
CREDIBILITY: Final = (
    ("1", "confirmed by other sources", "подтверждено другими источниками", ""),
    ("2", "probably true", "вероятно", ""),
    ("3", "possibly true", "возможно", ""),
    ("4", "doubtful", "сомнительно", ""),
    ("5", "improbable", "маловероятно", ""),
    ("6", "cannot be judged", "достоверность неизвестна", ""),
)
