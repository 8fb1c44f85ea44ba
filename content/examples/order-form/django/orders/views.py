"""An order form: checked, shown again with messages, and safe from posts that another site forges."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


class OrderForm(forms.Form):
    name = forms.CharField(max_length=40)
    quantity = forms.IntegerField(min_value=1, max_value=99)


# region shown
# startproject puts the check of the token into settings.py.
def order(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        form = OrderForm(request.POST)
        if form.is_valid():
            return redirect("thanks")
    else:
        form = OrderForm()
    page = "orders/order.html"
    return render(request, page, {"form": form})
# endregion


def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "orders/thanks.html")
