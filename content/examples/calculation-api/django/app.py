"""The calculation behind one endpoint: Django, without a project."""

from decimal import Decimal

from engine import mean_payment

# region shown
import json  # marked

from django.conf import settings  # marked
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators import http
from django.views.decorators.csrf import csrf_exempt

from engine import Loan

settings.configure(  # marked
    ALLOWED_HOSTS=["localhost"],  # marked
    MIDDLEWARE=[  # marked
        # It asks for the host, which is then checked.
        "django.middleware.common.CommonMiddleware",  # marked
    ],  # marked
    ROOT_URLCONF=__name__,  # marked
)  # marked

# Callers send JSON and no cookie, so no token is asked for.
@csrf_exempt
@http.require_POST
def payment(request: HttpRequest) -> JsonResponse:
    try:
        loan = Loan.parse(json.loads(request.body))
    except ValueError as error:
        problem = {"error": str(error)}
        return JsonResponse(problem, status=400)
    monthly = str(loan.payment())
    return JsonResponse({"monthly": monthly})

urlpatterns = [path("payments", payment)]
application = get_wsgi_application()
# endregion


@http.require_safe
def mean(request: HttpRequest, amount: int) -> JsonResponse:
    try:
        return JsonResponse({"monthly": str(mean_payment(Decimal(amount)))})
    except ValueError as error:
        return JsonResponse({"error": str(error)}, status=400)


urlpatterns.append(path("means/<int:amount>", mean))
