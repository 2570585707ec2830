using System.Text.Json.Nodes;

namespace Planner.Testing.LanguageModels;

/// <summary>
/// Counts as providers do what of a prompt is served from their cache: the longest beginning that it has in common with an earlier one
/// of the same model, from 1,024 tokens on, in steps of 128. Tools and schema are part of the beginning.
/// </summary>
public sealed class PromptCache
{
    private const int Shortest = 1_024 * 4;
    private const int Step = 128 * 4;

    private readonly Lock gate = new();
    private readonly List<(string Model, string Prompt)> earlier = [];

    /// <summary>How many prompts came.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return earlier.Count;
            }
        }
    }

    internal static string Text(JsonObject body) =>
        string.Join('\n', new[] { body["tools"], body["response_format"], body["messages"] }.Select(part => part?.ToJsonString() ?? ""));

    /// <summary>How many characters are served from the cache; the prompt is kept for those that follow.</summary>
    internal int Share(string model, string prompt)
    {
        lock (gate)
        {
            var longest = earlier.Where(e => e.Model == model).Select(e => e.Prompt.AsSpan().CommonPrefixLength(prompt)).DefaultIfEmpty().Max();
            earlier.Add((model, prompt));
            return longest < Shortest ? 0 : longest / Step * Step;
        }
    }
}
