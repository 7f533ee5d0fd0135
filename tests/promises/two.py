"""Ana, and Sam who coaches her: two people with folders of their own, at one real server."""

from dataclasses import dataclass
from pathlib import Path

from client import Client
from client.ck1.keybags import Keybag
from client.sharing import giving, pairing
from client.sharing.giving import Terms
from client.sharing.pairing import own_keys
from journal.people.models import Person
from tests.client.conftest import PASSWORD, Devices, rough_call


@dataclass(frozen=True)
class Two:
    """`devices` are Ana's; `folder` is where more people may live."""

    devices: Devices
    sam: Client
    folder: Path

    @property
    def ana(self) -> Client:
        """Ana's phone."""
        return self.devices.phone

    @property
    def anas_keys(self) -> Keybag:
        return own_keys(self.ana)

    @property
    def sams_keys(self) -> Keybag:
        return own_keys(self.sam)

    def shared(self, text: str = "He spelled out every word for me.", days: int = 7) -> str:
        """Ana writes a rough call and gives Sam a copy of it; the copy."""
        copy = giving.share(self.ana, rough_call(self.ana, text), self.sam.account, Terms(days=days))
        self.ana.sync()
        return copy

    def pair(self) -> None:
        """In the room."""
        pairing.pin(self.ana, pairing.invite(self.sam), name="Sam")
        pairing.accept(self.sam, name="Ana")
        for client in (self.ana, self.sam):
            client.sync()


def coach_at(devices: Devices, folder: Path, name: str) -> Client:
    """Somebody signs up, and the operator makes them a coach."""
    client = devices.opened(folder / name)
    client.sign_up(f"{name}@example.org", PASSWORD)
    Person.objects.filter(email=f"{name}@example.org").update(is_coach=True)
    return client
