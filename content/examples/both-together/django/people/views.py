"""The home page of the core, and its answer to the service."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache


# region recognise
@never_cache
def whoami(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    name = request.user.get_username()
    return JsonResponse({"name": name})
# endregion


@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "home.html")


def health(request: HttpRequest) -> HttpResponse:
    return HttpResponse("up")
