using System.Text.Json;

namespace Planner.Specialists.Models.Replies;

/// <summary>Reads what a model wrote into the shape that was asked for. A service that is not strict may give anything.</summary>
internal static class AnswerReader
{
    /// <summary>The answer, or what is wrong with it in a sentence that the model can act on.</summary>
    public static (T? Reply, string? Fault) Read<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Unfenced(text), StrictSchema.Options) is { } reply ? (reply, null) : (null, "The answer is empty.");
        }
        catch (JsonException fault)
        {
            return (null, $"The answer is no JSON of the shape that was asked for, at {fault.Path ?? "$"}.");
        }
    }

    /// <summary>Some models put JSON into a code block, whatever they are told.</summary>
    private static string Unfenced(string text)
    {
        var trimmed = text.Trim();
        return trimmed.StartsWith("```", StringComparison.Ordinal)
            && trimmed.EndsWith("```", StringComparison.Ordinal)
            && trimmed.IndexOf('\n', StringComparison.Ordinal) is > 0 and var line
            ? trimmed[(line + 1)..^3]
            : trimmed;
    }
}
