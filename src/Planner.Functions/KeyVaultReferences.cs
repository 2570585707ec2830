using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Planner.Functions;

/// <summary>
/// Refuses settings that are still references to Key Vault. App Service hands one over as it stands where it cannot read the secret,
/// and a webhook's secret would then be words that everybody can guess.
/// </summary>
internal static class KeyVaultReferences
{
    private const string Reference = "@Microsoft.KeyVault(";

    /// <exception cref="OptionsValidationException">A setting is a reference; says which and how to mend it.</exception>
    public static void MustBeResolved(IConfiguration configuration)
    {
        var faults = configuration.AsEnumerable()
            .Where(s => s.Value?.TrimStart().StartsWith(Reference, StringComparison.OrdinalIgnoreCase) == true)
            .Select(s => $"{s.Key.Replace(":", "__", StringComparison.Ordinal)} is a reference to Key Vault that was not resolved: "
                + "give the app's identity the role Key Vault Secrets User, see that the secret is there, and restart the app.")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (faults.Count > 0)
        {
            throw new OptionsValidationException("KeyVault", typeof(KeyVaultReferences), faults);
        }
    }
}
