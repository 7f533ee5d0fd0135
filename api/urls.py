"""Every address. The app's page answers whatever no other address does."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView

from api import errors, health, shell
from api.docs import views as docs
from api.entries import views as entries
from api.feeds import views as feeds
from api.goals import views as goals
from api.habits import views as habits
from api.keys import views as keys
from api.leaving import views as leaving
from api.library import views as library
from api.notes import views as notes
from api.people import views as people
from api.sharing import views as sharing
from api.streaks import views as streaks

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

v1 = [
    path("entries/", entries.Entries.as_view()),
    path("entries/<uuid:item>/", entries.Entry.as_view()),
    path("habits/", habits.Habits.as_view()),
    path("habits/<uuid:item>/", habits.Habit.as_view()),
    path("habits/<uuid:habit>/ticks/", habits.Ticks.as_view()),
    path("habits/<uuid:habit>/ticks/<uuid:item>/", habits.Tick.as_view()),
    path("goals/", goals.Goals.as_view()),
    path("goals/<uuid:item>/", goals.Goal.as_view()),
    path("goals/<uuid:goal>/reviews/", goals.Reviews.as_view()),
    path("goals/<uuid:goal>/reviews/<uuid:item>/", goals.Review.as_view()),
    path("notes/", notes.Notes.as_view()),
    path("notes/<uuid:item>/", notes.Note.as_view()),
    path("triggers/", library.TriggerList.as_view()),
    path("feelings/", library.FeelingList.as_view()),
    path("techniques/", library.TechniqueList.as_view()),
    path("prompts/", library.PromptList.as_view()),
    path("prompts/today/", library.PromptToday.as_view()),
    path("goal-templates/", library.GoalTemplateList.as_view()),
    path("drills/", library.DrillList.as_view()),
    path("library/", library.LibraryView.as_view()),
    path("streaks/", streaks.Streaks.as_view()),
    path("me/", people.Me.as_view()),
    path("me/what-you-know/", people.WhatYouKnow.as_view()),
    path("feed/push/", feeds.Push.as_view()),
    path("feed/changes/", feeds.Changes.as_view()),
    path("feed/ids/", feeds.Ids.as_view()),
    path("feed/items/<uuid:item>/", feeds.Item.as_view()),
    path("vault/", keys.Vault.as_view()),
    path("vault/wraps/<str:kid>/", keys.WrapOfVault.as_view()),
    path("vault/rotate/", keys.Rotate.as_view()),
    path("link/<str:session>/", keys.Link.as_view()),
    path("keycards/<uuid:person>/", keys.Keycards.as_view()),
    path("pairings/", sharing.Pairings.as_view()),
    path("pairings/<str:invite>/", sharing.Pairing.as_view()),
    path("copies/", sharing.Copies.as_view()),
    path("copies/<uuid:item>/open/", sharing.Opening.as_view()),
    path("copies/<uuid:item>/replies/", sharing.Replies.as_view()),
    path("copies/<uuid:item>/take-back/", sharing.TakeBack.as_view()),
    path("inbox/", sharing.Inbox.as_view()),
    path("ledger/", sharing.Ledger.as_view()),
    path("leaving/", leaving.Leaving.as_view()),
]

urlpatterns = [
    path("livez", health.livez),
    path("readyz", health.readyz),
    path("_allauth/", include("allauth.headless.urls")),
    path("api/docs/", docs.docs),
    path("api/docs/style.css", docs.style),
    path("api/schema/", SpectacularAPIView.as_view()),
    path("api/v1/", include(v1)),
    re_path(r"^(?!(?:api|_allauth|accounts|admin|static|assets)(?:/|$))(?P<path>[^.]*)$", shell.app),
]
