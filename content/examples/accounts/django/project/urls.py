"""Every address of the site."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from accounts.views import SignUp, account

sign_up = SignUp.as_view()
sign_in = LoginView.as_view()
urlpatterns = [
    path("sign-up", sign_up, name="sign-up"),
    path("sign-in", sign_in, name="sign-in"),
    path("sign-out", LogoutView.as_view()),
    path("account", account, name="account"),
]
