namespace Planner.Core.Text.Secrets;

/// <summary>
/// Takes secrets and addresses of people out of text before it is kept or sent. What is not one stays byte for byte, line ends
/// always do, and what was redacted once is not changed again. The time is linear in the text.
/// </summary>
public static class Redaction
{
    /// <summary>
    /// Stands where something was taken out. Markup in none of Markdown, YAML, SQL and C#, and it does not name the kind: what
    /// stands before it does, and a word like "email" would lead the search for code astray.
    /// </summary>
    public const string Mark = "(redacted)";

    private static readonly Redactor Plain = Redactor.Bare;

    /// <summary>The text without passwords, keys, tokens, credentials in URLs and e-mail addresses.</summary>
    public static string Of(string text) => Plain.Of(text);

    /// <summary>Where passwords, keys and tokens begin, in order; addresses are none.</summary>
    public static IReadOnlyList<int> SecretsIn(string text) => [.. SecretShapes.In(text).Select(s => s.Start).Distinct().Order()];

    /// <summary>A value of ours with every text in it redacted, and its content; the value itself where nothing had to be.</summary>
    public static (T Value, string Content) OfValue<T>(T value) => Plain.OfValue(value);
}
