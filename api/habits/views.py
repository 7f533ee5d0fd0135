"""`habits/`, `habits/{item}/`, `habits/{habit}/ticks/` and `habits/{habit}/ticks/{item}/`."""

from api.items.views import ItemList, OneItem, described_item, described_list
from journal.habits.actions import tick_habit, write_habit
from journal.habits.queries import habit_of, habits_of, tick_of, ticks_of


@described_list("My habits, the one written last first", operation="habits_list")
class Habits(ItemList):
    """My habits as they are now."""

    heads_of = staticmethod(habits_of)


@described_item("a habit")
class Habit(OneItem):
    """One habit of mine."""

    heads_of = staticmethod(habit_of)
    write = staticmethod(write_habit)


@described_list("The ticks of a habit, newest day first", operation="ticks_list", within=True)
class Ticks(ItemList):
    """The ticks of one habit of mine."""

    heads_of = staticmethod(ticks_of)


@described_item("a tick", within=True)
class Tick(OneItem):
    """One tick of one habit of mine."""

    heads_of = staticmethod(tick_of)
    write = staticmethod(tick_habit)
