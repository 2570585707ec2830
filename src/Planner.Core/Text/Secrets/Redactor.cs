using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Planner.Core.Text.Secrets;

/// <summary>
/// Redacts as <see cref="Redaction"/> says. With a key, what stands in the place of a secret tells which it was without telling what: the
/// same secret is the same placeholder wherever it stands, and without the key nobody can try which secret gives it.
/// </summary>
public sealed partial class Redactor
{
    private const int Digits = 6;
    private const int ShortestKey = 16;

    private readonly byte[]? key;

    private Redactor(byte[]? key) => this.key = key;

    /// <summary>All placeholders are alike.</summary>
    public static Redactor Bare { get; } = new(key: null);

    /// <summary>Placeholders like <c>(redacted 3f9a1c)</c>.</summary>
    /// <param name="key">16 bytes or more that stay the same as long as runs go on, and that nobody else has.</param>
    /// <exception cref="ArgumentException">The key is too short to keep anybody from trying all.</exception>
    public static Redactor Keyed(ReadOnlySpan<byte> key) =>
        key.Length >= ShortestKey ? new([.. key]) : throw new ArgumentException($"A key of redaction has {ShortestKey} bytes or more.", nameof(key));

    /// <summary>The text with placeholders of every key as those without one: two texts with the same secrets taken out are the same then.</summary>
    public static string Unkeyed(string text) => text.Contains("(redacted ", StringComparison.Ordinal) ? Placeholder().Replace(text, Redaction.Mark) : text;

    /// <summary>The text without passwords, keys, tokens, credentials in URLs and e-mail addresses.</summary>
    public string Of(string text)
    {
        var places = SecretShapes.In(text).Concat(MailAddress.In(text)).OrderBy(p => p.Start).ThenByDescending(p => p.Length).ToList();
        return places.Count == 0 ? text : Without(text, places);
    }

    /// <summary>A value of ours with every text in it redacted, and its content; the value itself where nothing had to be.</summary>
    public (T Value, string Content) OfValue<T>(T value)
    {
        var content = PlanJson.Content(value);
        using var read = JsonDocument.Parse(content);
        if (!IsTouched(read.RootElement))
        {
            return (value, content);
        }

        content = PlanJson.Content(Each(JsonNode.Parse(content)!));
        return (PlanJson.Read<T>(content), content);
    }

    /// <summary>Text by text: in the content as a whole, escaped line ends and quotes stand where a secret's borders are.</summary>
    private bool IsTouched(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(p => IsTouched(p.Name) || IsTouched(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(IsTouched),
        JsonValueKind.String => IsTouched(element.GetString()!),
        _ => false,
    };

    private bool IsTouched(string text) => !ReferenceEquals(Of(text), text);

    private JsonNode Each(JsonNode node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(Of(p.Key), p.Value is null ? null : Each(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(i => i is null ? null : Each(i))]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => JsonValue.Create(Of(v.GetValue<string>())),
        _ => node.DeepClone(),
    };

    private string Without(string text, List<Place> places)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var place in places.Where(p => p.Length > 0))
        {
            if (place.Start >= at)
            {
                var secret = text.AsSpan(place.Start, place.Length);
                kept.Append(text, at, place.Start - at).Append(Mark(secret));
                kept.Append('\n', secret.Count('\n'));
            }

            at = Math.Max(at, place.Start + place.Length);
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>What is redacted already keeps its placeholder, whoever gave it.</summary>
    private string Mark(ReadOnlySpan<char> secret) =>
        key is null || secret.SequenceEqual(Redaction.Mark) ? Redaction.Mark : $"(redacted {Name(secret.ToString())})";

    private string Name(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(key!, Encoding.UTF8.GetBytes(secret)))[..Digits];

    [GeneratedRegex(@"\(redacted [0-9a-f]{6}\)", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}

/// <summary>A part of a text that is taken out.</summary>
internal sealed record Place(int Start, int Length);
