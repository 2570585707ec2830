namespace Shop.Domain.Customers;

public enum LoyaltyTier
{
    Standard,
    Silver,
    Gold,
}

public sealed record Customer(
    long Id,
    EmailAddress Email,
    string FullName,
    LoyaltyTier LoyaltyTier,
    DateTimeOffset CreatedAt);
