"""What the demo agent wrote: made up for this project, about nobody."""

from typing import NamedTuple


class Rough(NamedTuple):
    """An encounter: what it was, how big, which feelings, one line, and how big it was afterwards."""

    trigger: str
    intensity: int
    feelings: tuple[str, ...]
    text: str
    after: int | None = None


class Good(NamedTuple):
    """A bright spot."""

    bright: str
    text: str


class Mood(NamedTuple):
    """A check-in; 5 is best."""

    mood: int
    feelings: tuple[str, ...]
    text: str


ROUGH = (
    Rough(
        "shouting",
        4,
        ("shaken",),
        "Shouting before I had said the greeting. I let him run out of breath first.",
        2,
    ),
    Rough("back-to-back", 3, ("drained",), "The queue was red before I had my coat off. It stayed red.", 2),
    Rough(
        "back-to-back", 3, ("drained",), "Eleven calls without a gap. The cup of tea is still full, and cold."
    ),
    Rough(
        "had-to-say-no", 2, (), "The window for a refund closed yesterday. One day. I would be cross as well."
    ),
    Rough(
        "talked-down-to",
        3,
        ("irritated",),
        "“Let me explain it slowly for you.” He had the cable in the wrong box.",
        2,
    ),
    Rough(
        "every-offer-refused",
        3,
        ("frustrated", "powerless"),
        "Four ways out, four times no. She wanted last week back.",
    ),
    Rough(
        "blamed-not-mine",
        3,
        ("angry",),
        "The courier lost it, the form failed her, and I was the one who answered.",
        2,
    ),
    Rough(
        "sworn-at",
        4,
        ("furious", "shaken"),
        "A word I will not write down. I said the limit line and ended it.",
        2,
    ),
    Rough(
        "tools-failed",
        2,
        (),
        "The screen froze while he read me a very long number. We both laughed, nearly.",
    ),
    Rough("shouting", 4, ("shaken",), "He shouted that he was not shouting. I let the first wave pass.", 2),
    Rough(
        "wanted-someone-else",
        2,
        (),
        "“Is there a man I can speak to?” There was: he told her exactly what I had told her.",
    ),
    Rough(
        "heavy-story",
        4,
        ("sad",),
        "He is closing his wife's contract. He kept apologising for crying. I stayed slow.",
        3,
    ),
    Rough("timed-or-scored", 3, ("tense",), "The long call that helped is the red bar on my sheet."),
    Rough(
        "called-a-liar",
        3,
        ("hurt",),
        "She said I invented the note on her account. It has my colleague's name and a time.",
        2,
    ),
    Rough("no-room-to-speak", 3, ("frustrated",), "Nine minutes and I got in perhaps three sentences.", 2),
    Rough("back-to-back", 4, ("drained",), "Two of us off sick. The calls came like rain on a roof.", 3),
    Rough(
        "my-slip",
        3,
        ("ashamed", "guilty"),
        "I read out the wrong date. Called back, put it right, and my face was still hot.",
        2,
    ),
    Rough(
        "worn-out",
        3,
        ("drained", "numb"),
        "Long shift. By the end the voices all sound like one voice.",
    ),
    Rough(
        "complaint-threat",
        3,
        ("anxious",),
        "He wants my full name for his letter. I gave the number they told us to give.",
        2,
    ),
    Rough(
        "personal-insult",
        4,
        ("humiliated",),
        "He imitated how I speak. The whole call, he imitated how I speak.",
        3,
    ),
    Rough("had-to-say-no", 2, ("torn",), "No, the old tariff is gone. I would have kept it too.", 1),
    Rough(
        "no-answer-yet",
        2,
        (),
        "Third time she calls about the same ticket. I could only say the same true thing.",
    ),
    Rough(
        "wore-a-mask",
        3,
        ("drained",),
        "Cheerful voice from the first minute to the last. It sat on me like a wet coat.",
        2,
    ),
    Rough(
        "back-to-back",
        3,
        ("drained",),
        "Lunch at three, at the desk, between two calls. I will ask for a real one.",
    ),
    Rough(
        "self-doubt",
        3,
        ("discouraged",),
        "Somebody quicker would have seen the discount. I saw it after hanging up.",
        2,
    ),
    Rough(
        "left-alone",
        3,
        ("lonely", "overwhelmed"),
        "Asked for help in the channel. Twenty minutes of nothing while he counted aloud.",
    ),
    Rough(
        "shouting",
        3,
        ("tense",),
        "The dog barked, the child cried, she shouted over both. I turned the volume down.",
        1,
    ),
    Rough(
        "shouting", 3, ("irritated",), "Loud for six minutes, then: sorry, long day. Mine as well, I said.", 1
    ),
    Rough(
        "back-to-back",
        3,
        ("overwhelmed",),
        "The outage. Same sentence forty times, and each time for somebody it was the first.",
    ),
    Rough(
        "heavy-story",
        3,
        ("sad", "powerless"),
        "An old man who mostly wanted to hear a voice. I had four minutes for him.",
    ),
    Rough("colleague-clash", 2, (), "Sharp words about who takes the late break. We were both hungry."),
    Rough(
        "sworn-at",
        3,
        ("irritated",),
        "Swearing, but at the app and not at me. I said so to myself, twice.",
        1,
    ),
    Rough(
        "back-to-back",
        3,
        ("drained",),
        "Release day. I stood up between calls, which helped more than I thought.",
        2,
    ),
    Rough(
        "identity-attack",
        5,
        ("shaken", "humiliated"),
        "About where my name is from. I ended it and walked round the building.",
        3,
    ),
    Rough(
        "had-to-say-no",
        3,
        ("torn",),
        "She needs it before the funeral. The rule says Tuesday. I asked anyway.",
        2,
    ),
    Rough(
        "threat",
        5,
        ("anxious", "shaken"),
        "He said he knows where our building is. Reported it. Did not take the next call.",
        3,
    ),
    Rough(
        "had-to-say-no", 2, ("irritated",), "Said what I can do before what I cannot. It was a shorter no.", 1
    ),
    Rough("timed-or-scored", 2, (), "Somebody listened in today. I heard every breath of mine."),
    Rough(
        "every-offer-refused",
        2,
        (),
        "No to everything, then: “you have been patient.” Strange small gift.",
        1,
    ),
    Rough("talked-down-to", 2, (), "“Sweetheart.” Eleven times. I counted, which helped."),
    Rough(
        "back-to-back",
        2,
        ("drained",),
        "Busy again, but I took one slow breath before each. Seven of them counted.",
        1,
    ),
    Rough(
        "worn-out",
        4,
        ("drained",),
        "Last one before my days off. I put the phone down and could not remember his question.",
        3,
    ),
    Rough(
        "blamed-not-mine",
        2,
        (),
        "Wrong letter from another department. I said sorry for us, not for me. That was lighter.",
    ),
)

GOOD = (
    Good("kind-customer", "She asked for my supervisor, and it was to praise. I did not know where to look."),
    Good("turned-it-around", "Began with shouting, ended with him telling me about his tomatoes."),
    Good("had-my-back", "Noor saw my face and took the next call without a word."),
    Good("solved-a-hard-one", "Two hours, three teams, one number. Her line works again."),
    Good("kept-my-limit", "Said the sentence, waited, said it again, ended it. My hands were calm."),
    Good(
        "learned-something", "There is a search for old contracts behind the blue button. All these months."
    ),
    Good("just-got-through", "The whole block done. The bus home was empty and the sky was pink."),
    Good("kind-customer", "An old lady said: you sound tired, dear, have you eaten?"),
    Good("turned-it-around", "I repeated his own words back and he went quiet, and then he said thank you."),
    Good("had-my-back", "The team lead stayed on the line with me until it was over."),
    Good("solved-a-hard-one", "The wrong bill since spring: found the twin account. He cheered."),
    Good(
        "learned-something",
        "Saying “I will find out and ring you by four” is better than sorry. And then I rang.",
    ),
)

MOODS = (
    Mood(4, ("calm",), ""),
    Mood(3, ("okay",), "Ordinary day. I am allowed those."),
    Mood(2, ("drained",), "Slept badly."),
    Mood(4, ("relieved",), "Did not think about work until supper."),
    Mood(3, (), ""),
    Mood(2, ("discouraged",), "Heavy week. Talked to Noor about it for ten minutes, which was good."),
    Mood(5, ("thankful",), "Long walk by the river, phone in the drawer."),
    Mood(3, ("steady",), "New shift times. The body knows before I do."),
    Mood(4, ("hopeful",), ""),
    Mood(3, ("unsure",), "New script on Monday."),
    Mood(4, ("content",), "Cooked for everybody. Nobody rang."),
    Mood(2, ("tense",), "Jaw tight all day. Did the long breath on the stairs."),
    Mood(4, ("proud",), "Six weeks of writing one line a day, more or less. It is more than I thought."),
    Mood(3, ("okay",), ""),
)
