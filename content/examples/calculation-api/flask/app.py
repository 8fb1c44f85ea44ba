"""The calculation behind one endpoint: Flask."""

from decimal import Decimal

from engine import mean_payment

# region shown
from flask import Flask, request
from werkzeug.exceptions import HTTPException

from engine import Loan

app = Flask(__name__)
app.config["TRUSTED_HOSTS"] = ["localhost"]

@app.errorhandler(400)
@app.errorhandler(415)
def unreadable(
    error: HTTPException,
) -> tuple[dict[str, str], int]:
    return {"error": error.description}, error.code

@app.post("/payments")
def payment() -> tuple[dict[str, str], int]:
    try:
        loan = Loan.parse(request.get_json())
    except ValueError as error:
        return {"error": str(error)}, 400
    return {"monthly": str(loan.payment())}, 200
# endregion


@app.get("/means/<int:amount>")
def mean(amount: int) -> tuple[dict[str, str], int]:
    try:
        return {"monthly": str(mean_payment(Decimal(amount)))}, 200
    except ValueError as error:
        return {"error": str(error)}, 400
