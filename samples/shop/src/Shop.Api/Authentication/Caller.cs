using System.Globalization;
using System.Security.Claims;

namespace Shop.Api.Authentication;

internal static class Caller
{
    public const string CustomerIdClaim = "customer_id";

    public static long? CustomerId(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(CustomerIdClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>Staff see every customer's data, a customer only their own.</summary>
    public static bool MaySee(this ClaimsPrincipal user, long customerId) =>
        user.IsInRole(Roles.Staff) || user.CustomerId() == customerId;
}
