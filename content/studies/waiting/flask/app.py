"""Asks a slow service for three parts, with plain and with async views, one after the other and side by side."""

import asyncio
import os
import ssl
from concurrent.futures import ThreadPoolExecutor

import httpx
from flask import Flask, request

service = os.environ["SERVICE"]
parts = (1, 2, 3)
# No limit but the threads decides how many calls wait at once.
options = {
    "base_url": service,
    "timeout": 2,
    "limits": httpx.Limits(max_connections=None),
    "verify": ssl.create_default_context(),
}
client = httpx.Client(**options)
pool = ThreadPoolExecutor(max_workers=3 * int(os.environ["THREADS"]))

app = Flask(__name__)
app.config["TRUSTED_HOSTS"] = ["localhost", "127.0.0.1"]


def ask(part: int, name: str) -> str:
    return client.get(f"/{part}", params={"name": name}).raise_for_status().text


async def ask_async(caller: httpx.AsyncClient, part: int, name: str) -> str:
    answer = await caller.get(f"/{part}", params={"name": name})
    return answer.raise_for_status().text


@app.errorhandler(httpx.HTTPError)
def refused(error: httpx.HTTPError) -> tuple[str, int]:
    return "The service failed.", 502


@app.errorhandler(httpx.TimeoutException)
def too_late(error: httpx.TimeoutException) -> tuple[str, int]:
    return "The service took too long.", 504


@app.get("/up")
def up() -> str:
    return "up"


@app.get("/plain")
def plain() -> dict[str, str]:
    name = request.args["name"]
    return {"answer": " ".join([ask(part, name) for part in parts])}


@app.get("/plain-together")
def plain_together() -> dict[str, str]:
    name = request.args["name"]
    return {"answer": " ".join(pool.map(ask, parts, [name] * len(parts)))}


# Each request has an event loop of its own, and so a client of its own.
@app.get("/async")
async def asynchronous() -> dict[str, str]:
    name = request.args["name"]
    async with httpx.AsyncClient(**options) as caller:
        return {"answer": " ".join([await ask_async(caller, part, name) for part in parts])}


@app.get("/async-together")
async def asynchronous_together() -> dict[str, str]:
    name = request.args["name"]
    async with httpx.AsyncClient(**options) as caller:
        return {"answer": " ".join(await asyncio.gather(*[ask_async(caller, part, name) for part in parts]))}
