"""A JSON endpoint and an escaped HTML page, in one Django file."""

# region shown
from django import http
from django.conf import settings  # marked
from django.core.wsgi import get_wsgi_application
from django.urls import path
from django.utils.html import format_html
from django.views.decorators.http import require_safe

settings.configure(  # marked
    ALLOWED_HOSTS=["localhost"],  # marked
    MIDDLEWARE=[  # marked
        # It asks for the host, which is then checked.
        "django.middleware.common.CommonMiddleware",  # marked
    ],  # marked
    ROOT_URLCONF=__name__,  # marked
)  # marked

@require_safe
def order_api(
    request: http.HttpRequest, ref: str
) -> http.JsonResponse:
    order = {"ref": ref, "state": "open"}
    return http.JsonResponse(order)

@require_safe
def order_page(
    request: http.HttpRequest, ref: str
) -> http.HttpResponse:
    page = format_html("<h1>Order {}</h1>", ref)
    return http.HttpResponse(page)

urlpatterns = [
    path("api/orders/<str:ref>", order_api),
    path("orders/<str:ref>", order_page),
]
application = get_wsgi_application()
# endregion
