namespace Shop.Domain.Customers;

/// <summary>A syntactically plausible e-mail address, kept as typed and compared without regard to case.</summary>
public sealed record EmailAddress
{
    public const int MaxLength = 254;

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, out EmailAddress? address)
    {
        var trimmed = text?.Trim() ?? "";
        var at = trimmed.IndexOf('@');
        var plausible = at > 0
            && at == trimmed.LastIndexOf('@')
            && trimmed.IndexOf('.', at) > at + 1
            && !trimmed.EndsWith('.')
            && !trimmed.Any(char.IsWhiteSpace)
            && trimmed.Length <= MaxLength;
        address = plausible ? new EmailAddress(trimmed) : null;
        return plausible;
    }

    public bool Equals(EmailAddress? other) =>
        other is not null && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    public override string ToString() => Value;
}
