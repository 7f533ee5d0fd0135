"""What can go wrong, each with a stable code, a sentence for a person, and the exit code of the command line."""

from typing import ClassVar


class Trouble(Exception):
    """Something a person has to know. Nothing that was written is lost by any of these."""

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class BadRequest(Trouble):
    """What was asked for does not make sense as it was asked."""

    exit_code = 2


class SignInNeeded(Trouble):
    """There is no session, or it has ended, or the password is wrong."""

    exit_code = 3


class Locked(Trouble):
    """The recovery code is missing, mistyped or another account's."""

    exit_code = 4


class NotNow(Trouble):
    """The server cannot be reached or asks to wait."""

    exit_code = 5

    def __init__(self, code: str, sentence: str, wait_s: int = 0) -> None:
        super().__init__(code, sentence)
        self.wait_s = wait_s


class Refused(Trouble):
    """The server refused something, and will do so again until it is changed."""

    exit_code = 6


class Alarmed(Trouble):
    """What the server gave back is not what was sealed."""

    exit_code = 7


class Stopped(Trouble):
    """Going on would mix accounts, or needs a newer client."""

    exit_code = 8


class StorageTrouble(Trouble):
    """The folder on this computer cannot be used."""

    exit_code = 9
