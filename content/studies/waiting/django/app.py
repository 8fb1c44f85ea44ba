"""Asks a slow service for three parts, with plain and with async views, one after the other and side by side."""

import asyncio
import os
import ssl
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import httpx
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

settings.configure(
    SECRET_KEY=os.environ["SECRET_KEY"],
    ALLOWED_HOSTS=["localhost", "127.0.0.1"],
    ROOT_URLCONF=__name__,
)

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
# One event loop serves all requests under ASGI, so they share this client.
async_client = httpx.AsyncClient(**options)
pool = ThreadPoolExecutor(max_workers=3 * int(os.environ["THREADS"]))




def ask(part: int, name: str) -> str:
    return client.get(f"/{part}", params={"name": name}).raise_for_status().text


async def ask_async(part: int, name: str) -> str:
    answer = await async_client.get(f"/{part}", params={"name": name})
    return answer.raise_for_status().text


def joined(answers: Iterable[str]) -> JsonResponse:
    return JsonResponse({"answer": " ".join(answers)})


def refused(error: httpx.HTTPError) -> HttpResponse:
    if isinstance(error, httpx.TimeoutException):
        return HttpResponse("The service took too long.", status=504)
    return HttpResponse("The service failed.", status=502)


@require_safe
def up(request: HttpRequest) -> HttpResponse:
    return HttpResponse("up")


@require_safe
def plain(request: HttpRequest) -> HttpResponse:
    name = request.GET["name"]
    try:
        return joined([ask(part, name) for part in parts])
    except httpx.HTTPError as error:
        return refused(error)


@require_safe
def plain_together(request: HttpRequest) -> HttpResponse:
    name = request.GET["name"]
    try:
        return joined(pool.map(ask, parts, [name] * len(parts)))
    except httpx.HTTPError as error:
        return refused(error)


@require_safe
async def asynchronous(request: HttpRequest) -> HttpResponse:
    name = request.GET["name"]
    try:
        return joined([await ask_async(part, name) for part in parts])
    except httpx.HTTPError as error:
        return refused(error)


@require_safe
async def asynchronous_together(request: HttpRequest) -> HttpResponse:
    name = request.GET["name"]
    try:
        return joined(await asyncio.gather(*[ask_async(part, name) for part in parts]))
    except httpx.HTTPError as error:
        return refused(error)


urlpatterns = [
    path("up", up),
    path("plain", plain),
    path("plain-together", plain_together),
    path("async", asynchronous),
    path("async-together", asynchronous_together),
]

app = get_wsgi_application()
asgi = get_asgi_application()
