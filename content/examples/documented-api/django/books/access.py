"""Everybody may read; whoever holds the token may write."""

from hmac import compare_digest

from django.conf import settings
from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed


class Service:
    is_authenticated = True


class ServiceToken(TokenAuthentication):
    keyword = "Bearer"

    def authenticate_credentials(self, key: str):
        known = settings.API_TOKEN.encode()
        if not compare_digest(key.encode(), known):
            raise AuthenticationFailed
        return Service(), key
