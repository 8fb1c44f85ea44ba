"""The form for an order."""

from flask_wtf import FlaskForm
from wtforms import EmailField, Field, Form, IntegerField, StringField
from wtforms.validators import DataRequired, Email, InputRequired, Length, NumberRange, ValidationError


def stripped(text: str | None) -> str | None:
    return text.strip() if text else text


def without_nul(_form: Form, field: Field) -> None:
    if "\0" in field.data:
        raise ValidationError("Null characters are not allowed.")


class OrderForm(FlaskForm):
    name = StringField(validators=[DataRequired(), Length(max=40), without_nul], filters=[stripped])
    email = EmailField(validators=[DataRequired(), Length(max=254), Email()], filters=[stripped])
    quantity = IntegerField(validators=[InputRequired(), NumberRange(1, 99)])
