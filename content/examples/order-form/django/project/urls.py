from django.contrib import admin
from django.urls import path

from orders import views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("order", views.order, name="order"),
    path("order/thanks", views.thanks, name="thanks"),
]
