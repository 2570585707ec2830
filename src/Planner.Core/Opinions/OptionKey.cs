using System.Text.Json;
using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>
/// What an option of a decision comes down to, like <c>outbox</c>: the same in whatever words and at whatever place it is offered.
/// Two are equal where they are spelled alike after normalising.
/// </summary>
[JsonConverter(typeof(OptionKeyJson))]
public sealed record OptionKey
{
    private const string Worded = "wording:";

    private readonly string text;

    private OptionKey(string text) => this.text = text;

    /// <summary>True where nothing but a wording is known of it.</summary>
    public bool IsWording => text.StartsWith(Worded, StringComparison.Ordinal);

    /// <summary>The key of a name in a word or a few.</summary>
    public static OptionKey Of(string name) => new(KeyText.Part(name));

    /// <summary>The key of an option that has none.</summary>
    public static OptionKey OfWording(string title) => new(Worded + KeyText.Part(title));

    /// <summary>Reads a key and normalises it; null where the text names nothing.</summary>
    public static OptionKey? Parse(string? text) =>
        text is null || KeyText.Part(text).Length == 0 ? null
        : text.StartsWith(Worded, StringComparison.Ordinal) ? OfWording(text[Worded.Length..])
        : Of(text);

    /// <inheritdoc />
    public override string ToString() => text;
}

/// <summary>A key as one string.</summary>
internal sealed class OptionKeyJson : JsonConverter<OptionKey>
{
    public override OptionKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OptionKey.Parse(reader.GetString()) ?? throw new JsonException("This is no key of an option; it reads like outbox.");

    public override void Write(Utf8JsonWriter writer, OptionKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
