"""Every address of the site."""

from django.urls import path

from orders import views

urlpatterns = [
    path("order", views.order, name="order"),
    path("order/thanks", views.thanks, name="thanks"),
]
