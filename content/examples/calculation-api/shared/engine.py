"""The calculation: a loan, its checks and its monthly payment.

It imports no web framework, so both samples use it as it stands.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self


LARGEST_AMOUNT = 10**9


@dataclass(frozen=True)
class Loan:
    amount: Decimal
    yearly_percent: Decimal
    months: int

    @classmethod
    def parse(cls, data: Any) -> Self:
        """Build a loan from untrusted input, or raise ValueError."""
        try:
            amount = Decimal(str(data["amount"]))
            yearly_percent = Decimal(str(data["yearly_percent"]))
            months = int(str(data["months"]))
            in_range = 1 <= amount <= LARGEST_AMOUNT and 0 <= yearly_percent <= 100
        except (ArithmeticError, LookupError, TypeError, ValueError) as error:
            names = "amount, yearly_percent and months"
            raise ValueError(f"{names} must be numbers") from error
        if not (in_range and 1 <= months <= 600):
            raise ValueError("a number is out of range")
        return cls(amount, yearly_percent, months)

    def payment(self) -> Decimal:
        """The equal monthly payment that pays the loan back."""
        rate = self.yearly_percent / 1200
        growth = (1 + rate) ** self.months
        if growth == 1:
            payment = self.amount / self.months
        else:
            payment = self.amount * rate * growth / (growth - 1)
        return payment.quantize(Decimal("0.01"))


def mean_payment(amount: Decimal) -> Decimal:
    """The mean payment over 7,200 loans: long enough a sum to keep a processor busy.

    Raises ValueError where there is no such loan.
    """
    if not 1 <= amount <= LARGEST_AMOUNT:
        raise ValueError("a number is out of range")
    rates = [Decimal(rate) / 2 for rate in range(1, 21)]
    loans = [Loan(amount, rate, months) for rate in rates for months in range(1, 361)]
    total = sum((loan.payment() for loan in loans), Decimal(0))
    return (total / len(loans)).quantize(Decimal("0.01"))
