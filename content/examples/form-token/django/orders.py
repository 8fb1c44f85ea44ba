"""A form handler that refuses a post without a valid CSRF token.

The project's urls.py includes this module; settings.py is as startproject wrote it.
"""

# region shown
# startproject puts the check into settings.py.
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators import http

@http.require_POST
def cancel(
    request: HttpRequest, number: int
) -> HttpResponse:
    return HttpResponse(f"Order {number} cancelled")

urlpatterns = [
    path("orders/<int:number>/cancel", cancel),
]
# endregion
