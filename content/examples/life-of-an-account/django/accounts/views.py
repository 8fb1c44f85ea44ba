"""Sign-up, and one page for members. Sign-in, sign-out and the reset are Django's own views."""

from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import UserCreationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import CreateView


class SignUpForm(UserCreationForm):
    class Meta(UserCreationForm.Meta):
        model = get_user_model()
        fields = ("username", "email")



class SignUp(CreateView):
    form_class = SignUpForm
    template_name = "registration/sign_up.html"
    success_url = reverse_lazy("account")

    def form_valid(self, form: SignUpForm) -> HttpResponse:
        response = super().form_valid(form)
        # With two backends Django asks which one the session belongs to.
        login(self.request, self.object, "django.contrib.auth.backends.ModelBackend")
        return response


@never_cache
@login_required
def account(request: HttpRequest) -> HttpResponse:
    return render(request, "account.html")
