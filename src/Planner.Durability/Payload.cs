using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Planner.Durability;

/// <summary>How inputs, results and signals are written. Every engine uses it, so that the same limit holds everywhere.</summary>
public static class Payload
{
    /// <summary>The largest payload in UTF-8 bytes. Content is kept in a store and payloads hold references.</summary>
    public const int MaxBytes = 32 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>JSON of a value.</summary>
    /// <exception cref="PayloadTooLargeException">It is over <see cref="MaxBytes"/>.</exception>
    public static string Write<T>(T value)
    {
        var json = JsonSerializer.Serialize(value, Options);
        var bytes = json.Length > MaxBytes ? json.Length : Encoding.UTF8.GetByteCount(json);
        return bytes <= MaxBytes ? json : throw new PayloadTooLargeException(typeof(T).Name, bytes);
    }

    /// <summary>The value of a JSON text that <see cref="Write"/> made.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}

/// <summary>A payload is over <see cref="Payload.MaxBytes"/>; trying again does not help.</summary>
public sealed class PayloadTooLargeException(string type, int bytes)
    : StepException($"{type} takes {bytes} bytes; a payload may have {Payload.MaxBytes}. Keep the content in a store and pass a reference.", retryHelps: false);
