namespace Shop.Domain;

/// <summary>An amount in one currency. Amounts of different currencies are never added.</summary>
/// <param name="Amount">In major units, at most two decimals.</param>
/// <param name="Currency">ISO 4217 code, three capital letters.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    public static Money Zero(string currency) => new(0m, currency);

    public static Money operator +(Money left, Money right) =>
        left.Currency == right.Currency
            ? left with { Amount = left.Amount + right.Amount }
            : throw new CurrencyMismatchException(left.Currency, right.Currency);

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Amount:0.00} {Currency}");
}

public sealed class CurrencyMismatchException(string left, string right)
    : Exception($"Amounts in {left} and {right} cannot be combined.");
