namespace Shop.Api.Authentication;

internal static class Roles
{
    public const string Customer = "customer";
    public const string Staff = "staff";
}

internal static class Policies
{
    /// <summary>A signed-in customer, who acts for themselves.</summary>
    public const string Customer = "Customer";

    /// <summary>Warehouse and support.</summary>
    public const string Staff = "Staff";

    /// <summary>Either of them; the endpoint checks whose data is asked for.</summary>
    public const string CustomerOrStaff = "CustomerOrStaff";
}
