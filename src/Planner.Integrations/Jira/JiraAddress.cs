namespace Planner.Integrations.Jira;

/// <summary>Where people read an issue.</summary>
internal static class JiraAddress
{
    /// <summary>Made from an issue's <c>self</c>; null where that is no web address or points at Atlassian's gateway, which people cannot open.</summary>
    public static string? Browse(string self, string key)
    {
        if (!Uri.TryCreate(self, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            return null;
        }

        if (address.Host.Equals("api.atlassian.com", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = address.AbsolutePath.IndexOf("/rest/", StringComparison.Ordinal);
        return rest < 0 ? null : $"{address.GetLeftPart(UriPartial.Authority)}{address.AbsolutePath[..rest]}/browse/{key}";
    }
}
