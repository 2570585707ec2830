namespace Planner.Core.Text.Secrets;

/// <summary>Whether what stands where a secret would is one: placeholders, names and words are not.</summary>
internal static class SecretValue
{
    private const int Long = 16;

    private static readonly string[] Placeholders =
        [
            "true",
            "false",
            "null",
            "none",
            "nil",
            "undefined",
            "empty",
            "required",
            "optional",
            "string",
            "text",
            "password",
            "secret",
            "token",
            "value",
            "yes",
            "changeme",
            "redacted",
            "hidden",
            "masked",
            "xxx",
            "your-password",
            "yourpassword",
            "process.env",
            "default",
            "x-oauth-basic",
        ];

    /// <summary>Given where nothing but a secret can stand.</summary>
    public static bool IsGiven(string value) =>
        !Placeholders.Contains(value.TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase)
            && !value.StartsWith("...", StringComparison.Ordinal)
            && value.Any(c => c is not ('x' or 'X' or '.' or '…' or '-' or '_'));

    /// <summary>Also no code that tells where the secret comes from, as in <c>password=self.password</c> or <c>password=read(file)</c>.</summary>
    public static bool IsWritten(string value) => IsGiven(value)
        && !IsCall(value)
        && !(value.Contains('.', StringComparison.Ordinal) && value.Split('.').All(IsIdentifier))
        && !(IsIdentifier(value) && value.Contains('_', StringComparison.Ordinal));

    /// <summary>Also not a word, a name or a call: it mixes letters with digits or signs.</summary>
    public static bool IsMixed(string value) =>
        IsGiven(value) && value.Any(char.IsLetterOrDigit) && !IsName(value) && (value.Any(char.IsDigit) || value.Any(IsSign));

    /// <summary>For places where other things stand as well.</summary>
    public static bool IsLongAndMixed(string value) => value.Length >= Long && value.Any(char.IsDigit) && value.Any(char.IsLetter) && !IsName(value);

    /// <summary>
    /// Words with dots, slashes or dashes between, like <c>options.ApiKey</c>, <c>/run/secrets/db</c> and <c>x-api-v2</c>; or one
    /// without a number.
    /// </summary>
    private static bool IsName(string value)
    {
        var parts = value.TrimStart('#').Split('.', '/', '-', '_', ':', '?');
        return parts.All(p => IsWord(p, parts.Length > 1)) || IsMember(value);
    }

    /// <summary>Like <c>Encoders.Base58.Encode</c>.</summary>
    private static bool IsMember(string value) =>
        value.Contains('.', StringComparison.Ordinal)
            && value.Split('.').All(p => p.Length > 0 && char.IsLetter(p[0]) && p.All(c => char.IsLetterOrDigit(c) || c == '_'));

    private static bool IsCall(string value) =>
        value.EndsWith(')') && value.IndexOf('(', StringComparison.Ordinal) is > 0 and var at && value[..at].Split('.').All(IsIdentifier);

    private static bool IsIdentifier(string part) => part.Length > 0 && part.All(c => char.IsLetter(c) || c == '_');

    /// <summary>Letters, with one digit at the end at most.</summary>
    private static bool IsWord(string part, bool numbered) =>
        (numbered && part.Length > 1 && char.IsAsciiDigit(part[^1]) ? part[..^1] : part).All(char.IsLetter);

    private static bool IsSign(char c) => c is '!' or '@' or '#' or '%' or '^' or '+' or '=' or '~' or '$' or '&' or '*';
}
