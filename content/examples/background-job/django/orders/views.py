"""The form for an order, and the page of thanks."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from orders.forms import OrderForm
from orders.jobs import confirm
from orders.models import Stock

TOO_MANY = "So many are not left."


# region view
@require_http_methods(["GET", "HEAD", "POST"])
def order(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        form = OrderForm(request.POST)
        if form.is_valid():
            take = F("left") - form.instance.quantity
            try:
                with transaction.atomic():
                    order = form.save()
                    confirm.enqueue(order.pk)
                    Stock.objects.update(left=take)
            except IntegrityError:
                form.add_error("quantity", TOO_MANY)
            else:
                return redirect("thanks")
    else:
        form = OrderForm()
    return render(request, "order.html", {"form": form})
# endregion


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "thanks.html")
