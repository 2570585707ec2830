using System.Text.RegularExpressions;

namespace Planner.Integrations.Mcp.Settings;

/// <summary>Puts variables into texts of a configuration file: <c>${NAME}</c>, or <c>${NAME:-otherwise}</c> where it may be missing.</summary>
/// <param name="lookup">The value of a variable, or null.</param>
internal sealed partial class McpVariables(Func<string, string?> lookup)
{
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);

    /// <summary>Variables that were named and are not set, sorted.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    /// <summary>The text with its variables. What is put in is not read for variables again.</summary>
    public string In(string text) => Variable().Replace(text, match => Value(match.Groups["name"].Value, match.Groups["otherwise"]));

    private string Value(string name, Group otherwise)
    {
        if (lookup(name) is { Length: > 0 } value)
        {
            return value;
        }

        if (!otherwise.Success)
        {
            missing.Add(name);
        }

        return otherwise.Value;
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(:-(?<otherwise>[^}]*))?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
