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

from engine import Loan

settings.configure(  # marked
    ALLOWED_HOSTS=["localhost"],  # marked
    ROOT_URLCONF=__name__,  # marked
)  # marked

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


def mean(request: HttpRequest, amount: int) -> JsonResponse:
    return JsonResponse({"monthly": str(mean_payment(Decimal(amount)))})


urlpatterns.append(path("means/<int:amount>", mean))
