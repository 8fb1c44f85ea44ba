"""The calculation behind one endpoint: Flask."""

from decimal import Decimal

from engine import mean_payment

# region shown
from flask import Flask, request

from engine import Loan

app = Flask(__name__)

@app.post("/payments")
def payment() -> tuple[dict[str, str], int]:
    try:
        loan = Loan.parse(request.get_json())
    except ValueError as error:
        return {"error": str(error)}, 400
    return {"monthly": str(loan.payment())}, 200
# endregion


@app.get("/means/<int:amount>")
def mean(amount: int) -> dict[str, str]:
    return {"monthly": str(mean_payment(Decimal(amount)))}
