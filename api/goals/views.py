"""`goals/`, `goals/{item}/`, `goals/{goal}/reviews/` and `goals/{goal}/reviews/{item}/`."""

from api.items.views import ItemList, OneItem, described_item, described_list
from journal.goals.actions import review_goal, write_goal
from journal.goals.queries import goal_of, goals_of, review_of, reviews_of


@described_list("My goals, the one written last first", operation="goals_list")
class Goals(ItemList):
    """My goals as they are now."""

    heads_of = staticmethod(goals_of)


@described_item("a goal")
class Goal(OneItem):
    """One goal of mine."""

    heads_of = staticmethod(goal_of)
    write = staticmethod(write_goal)


@described_list("The reviews of a goal, newest day first", operation="reviews_list", within=True)
class Reviews(ItemList):
    """The reviews of one goal of mine."""

    heads_of = staticmethod(reviews_of)


@described_item("a review", within=True)
class Review(OneItem):
    """One review of one goal of mine."""

    heads_of = staticmethod(review_of)
    write = staticmethod(review_goal)
