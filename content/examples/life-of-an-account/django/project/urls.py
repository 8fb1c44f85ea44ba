"""Every address of the site."""

from django.contrib.auth import views as auth
from django.urls import path

from accounts.views import SignUp, account

urlpatterns = [
    path("sign-up", SignUp.as_view(), name="sign-up"),
    path("sign-in", auth.LoginView.as_view(), name="sign-in"),
    path("sign-out", auth.LogoutView.as_view()),
    path("account", account, name="account"),
    path("reset", auth.PasswordResetView.as_view(), name="password_reset"),
    path("reset/sent", auth.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path(
        "reset/<uidb64>/<token>",
        auth.PasswordResetConfirmView.as_view(),
        name="password_reset_confirm",
    ),
    path("reset/done", auth.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
]
