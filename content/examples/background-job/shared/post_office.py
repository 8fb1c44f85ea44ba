"""Stands for the mail server: slow, sometimes not to be had, and it keeps no mail back because it is like another."""

import time
from email.message import EmailMessage
from pathlib import Path
from uuid import uuid4

FOLDER = Path(__file__).parent / "post"
CALLS = FOLDER / "calls.log"


def deliver(to: str, subject: str, text: str) -> None:
    """Write a mail as a file of its own, after half a second.

    Whatever goes to `refused.example.com` is refused, and the first mail to each address at `busy.example.com`.
    """
    FOLDER.mkdir(exist_ok=True)
    with CALLS.open("a+") as calls:
        calls.seek(0)
        first = f"{to}\n" not in calls
        calls.write(f"{to}\n")
    time.sleep(0.5)
    domain = to.rpartition("@")[2]
    if domain == "refused.example.com" or (domain == "busy.example.com" and first):
        raise ConnectionRefusedError("The mail server takes no mail.")
    message = EmailMessage()
    message["To"] = to
    message["Subject"] = subject
    message.set_content(text)
    (FOLDER / f"{uuid4()}.eml").write_bytes(bytes(message))
