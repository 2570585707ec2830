using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

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

    /// <summary>The text without passwords, keys, tokens, credentials in URLs and e-mail addresses.</summary>
    public static string Of(string text)
    {
        var places = Secrets(text).Concat(MailAddress.In(text)).OrderBy(p => p.Start).ThenByDescending(p => p.Length).ToList();
        return places.Count == 0 ? text : Without(text, places);
    }

    /// <summary>Where passwords, keys and tokens begin, in order; addresses are none.</summary>
    public static IReadOnlyList<int> SecretsIn(string text) => [.. Secrets(text).Select(s => s.Start).Distinct().Order()];

    /// <summary>A value of ours with every text in it redacted, and its content; the value itself where nothing had to be.</summary>
    public static (T Value, string Content) OfValue<T>(T value)
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
    private static bool IsTouched(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(p => IsTouched(p.Name) || IsTouched(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(IsTouched),
        JsonValueKind.String => IsTouched(element.GetString()!),
        _ => false,
    };

    private static bool IsTouched(string text) => !ReferenceEquals(Of(text), text);

    private static JsonNode Each(JsonNode node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(Of(p.Key), p.Value is null ? null : Each(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(i => i is null ? null : Each(i))]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => JsonValue.Create(Of(v.GetValue<string>())),
        _ => node.DeepClone(),
    };

    private static IEnumerable<Place> Secrets(string text) =>
        SecretShapes.All.SelectMany(s => s.In(text));

    private static string Without(string text, List<Place> places)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var place in places.Where(p => p.Length > 0))
        {
            if (place.Start >= at)
            {
                kept.Append(text, at, place.Start - at).Append(Mark);
                kept.Append('\n', text.AsSpan(place.Start, place.Length).Count('\n'));
            }

            at = Math.Max(at, place.Start + place.Length);
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }
}

/// <summary>A part of a text that is taken out.</summary>
internal sealed record Place(int Start, int Length);
