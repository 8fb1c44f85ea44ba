"""The addresses of the core; the gateway sends /reports/ to the service."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from people.views import health, home, whoami

urlpatterns = [
    path("", home, name="home"),
    path("sign-in", LoginView.as_view(), name="sign-in"),
    path("sign-out", LogoutView.as_view()),
    path("whoami", whoami),
    path("health", health),
]
