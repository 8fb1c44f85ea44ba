"""The form for a new book."""

from flask_wtf import FlaskForm
from wtforms import Field, Form, StringField
from wtforms.validators import DataRequired, Length, ValidationError


def stripped(text: str | None) -> str | None:
    return text.strip() if text else text


def without_nul(_form: Form, field: Field) -> None:
    if "\0" in field.data:
        raise ValidationError("Null characters are not allowed.")


class BookForm(FlaskForm):
    title = StringField(validators=[DataRequired(), Length(max=200), without_nul], filters=[stripped])
    author = StringField(validators=[DataRequired(), Length(max=200), without_nul], filters=[stripped])
