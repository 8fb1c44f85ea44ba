"""Orders, and the mail that confirms each of them."""
