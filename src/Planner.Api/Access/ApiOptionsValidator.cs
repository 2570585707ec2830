using Microsoft.Extensions.Options;

namespace Planner.Api.Access;

/// <summary>Says what is wrong with the section <c>Api</c> and how to mend it; repeats no key and no hash.</summary>
internal sealed class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    private const int MostKeys = 1_000;
    private const int LongestName = 100;

    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var faults = Limits(options).Concat(options.Keys.SelectMany(KeyFaults)).Concat(Doubles(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>True where the text names a role; case does not matter, numbers are no names.</summary>
    public static bool IsRole(string text, out ApiRole role) =>
        Enum.TryParse(text, ignoreCase: true, out role) && text.All(char.IsAsciiLetter);

    private static IEnumerable<string> Limits(ApiOptions options)
    {
        if (options.Keys.Count > MostKeys)
        {
            yield return $"Api__Keys holds {options.Keys.Count} keys: keep at most {MostKeys}.";
        }

        if (options.RequestsPerMinute is < 10 or > 1_000_000)
        {
            yield return "Api__RequestsPerMinute must be 10 to 1000000.";
        }

        if (options.EventStreams is < 1 or > 10_000)
        {
            yield return "Api__EventStreams must be 1 to 10000.";
        }
    }

    private static IEnumerable<string> KeyFaults(ApiKeyOptions key, int index)
    {
        if (key.Name.Trim().Length is 0 or > LongestName || key.Name.Any(char.IsControl))
        {
            yield return $"Api__Keys__{index}__Name must be 1 to {LongestName} characters: say who holds the key.";
        }

        if (key.Hash.Length != 64 || !key.Hash.All(char.IsAsciiHexDigit))
        {
            yield return $"Api__Keys__{index}__Hash is no sha256 in hex: give what `printf %s \"$KEY\" | sha256sum` prints, not the key itself.";
        }

        if (!IsRole(key.Role, out _))
        {
            yield return $"Api__Keys__{index}__Role must be viewer, stakeholder or operator.";
        }
    }

    private static IEnumerable<string> Doubles(ApiOptions options) =>
        options.Keys.Select(k => k.Hash)
            .Where(h => h.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count() == options.Keys.Count(k => k.Hash.Length > 0)
            ? []
            : ["Api__Keys holds the same key twice: one key belongs to one name and one role."];
}
