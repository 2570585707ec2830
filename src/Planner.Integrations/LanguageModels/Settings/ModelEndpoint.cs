namespace Planner.Integrations.LanguageModels.Settings;

/// <summary>The address that <c>/chat/completions</c> follows.</summary>
internal static class ModelEndpoint
{
    private const string Example = "like https://NAME.openai.azure.com/openai/v1/";

    private static readonly string[] AzureHosts =
    [
        ".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com", ".openai.azure.us", ".openai.azure.cn",
    ];

    /// <summary>The address with the path of an Azure resource where none is given.</summary>
    public static Uri Of(string text)
    {
        var given = new Uri(text.Trim());
        var path = given.AbsolutePath.TrimEnd('/');
        return new Uri(given, path.Length == 0 && IsAzure(given) ? "/openai/v1/" : $"{path}/");
    }

    /// <summary>True for a resource of Azure, which takes the identity of a process.</summary>
    public static bool IsAzure(Uri address) => AzureHosts.Any(host => address.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with it, to follow the setting's name; null where nothing is.</summary>
    public static string? Fault(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.Host.Length == 0)
        {
            return $"is no web address: set it to what /chat/completions follows, {Example}.";
        }

        if (address.UserInfo.Length > 0)
        {
            return "holds a user name or password: put the key into LanguageModel__ApiKey.";
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return $"holds a query: Azure's v1 address needs no api-version; write it {Example}.";
        }

        if (address.AbsolutePath.Contains("/deployments/", StringComparison.OrdinalIgnoreCase))
        {
            return $"is one of Azure's dated addresses: write it {Example}, and the deployment into LanguageModel__Deployments__Standard.";
        }

        if (address.AbsolutePath.TrimEnd('/').EndsWith("/completions", StringComparison.OrdinalIgnoreCase))
        {
            return "holds a route: keep what stands before /chat/completions.";
        }

        return address.Scheme == "http" && !address.IsLoopback ? "is not encrypted and would send key and code readable: use https." : null;
    }
}
