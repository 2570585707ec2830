using System.Text.Json;
using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>
/// What a decision or a question is about, like <c>consistency:order-returns/i-payment-gateway</c>: a kind and the things that
/// it concerns. Whoever asks about the same, in whatever words, asks under the same key. Two are equal where they are spelled alike
/// after normalising.
/// </summary>
[JsonConverter(typeof(TopicKeyJson))]
public sealed record TopicKey
{
    private readonly string text;

    private TopicKey(TopicKind kind, string text) => (Kind, this.text) = (kind, text);

    /// <summary>The kind.</summary>
    public TopicKind Kind { get; }

    /// <summary>True where nothing but a wording is known of it.</summary>
    public bool IsWording => Kind == TopicKind.Wording;

    /// <summary>A key of a kind and the names of the things in their order, each as code, schema or ticket call it; empty names are left out.</summary>
    public static TopicKey Of(TopicKind kind, params IEnumerable<string> things) =>
        new(kind, $"{KeyText.Part(kind.ToString())}:{string.Join('/', things.Select(KeyText.Part).Where(t => t.Length > 0))}");

    /// <summary>The key of what has none: the same for the same wording, whatever the case and marks.</summary>
    public static TopicKey OfWording(string text) => Of(TopicKind.Wording, text);

    /// <summary>Reads a key and normalises it; null where the text has no known kind or names nothing.</summary>
    public static TopicKey? Parse(string? text)
    {
        var parts = (text ?? "").Split(':', 2);
        var key = parts.Length == 2 && KindOf(parts[0]) is { } kind ? Of(kind, parts[1].Split('/')) : null;
        return key?.text.EndsWith(':') == true ? null : key;
    }

    private static TopicKind? KindOf(string text)
    {
        var name = KeyText.Part(text);
        return Enum.GetValues<TopicKind>().Where(k => KeyText.Part(k.ToString()) == name).Select(k => (TopicKind?)k).FirstOrDefault();
    }

    /// <inheritdoc />
    public override string ToString() => text;
}

/// <summary>A key as one string.</summary>
internal sealed class TopicKeyJson : JsonConverter<TopicKey>
{
    public override TopicKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TopicKey.Parse(reader.GetString()) ?? throw new JsonException("A key of a decision or question reads like consistency:order-returns/refund.");

    public override void Write(Utf8JsonWriter writer, TopicKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
