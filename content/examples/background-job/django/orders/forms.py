"""The form for an order."""

from django import forms

from orders.models import Order


class OrderForm(forms.ModelForm):
    quantity = forms.IntegerField(min_value=1, max_value=99)

    class Meta:
        model = Order
        fields = ["name", "email", "quantity"]
