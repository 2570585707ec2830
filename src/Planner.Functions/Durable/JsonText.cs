using System.Text.Json;

namespace Planner.Functions.Durable;

/// <summary>Reads what others may have written into a task hub: what is not of the shape reads as nothing, for the caller to judge.</summary>
internal static class JsonText
{
    /// <summary>The value, or null where the text holds none of the type.</summary>
    public static T? Read<T>(string? json)
        where T : class
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A JSON string, or null.</summary>
    public static string? String(string? json) => Read<string>(json);
}
