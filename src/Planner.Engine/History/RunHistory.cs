using System.Text.Encodings.Web;
using System.Text.Json;

namespace Planner.Engine.History;

/// <summary>All that was recorded of one run, as a document that can be kept and replayed elsewhere.</summary>
/// <param name="InstanceId">The run's id.</param>
/// <param name="Workflow">The workflow's registered name.</param>
/// <param name="StoryVersion">The story version that recorded it.</param>
/// <param name="Events">In the order in which they took effect. Of a run that continued as new, the last execution.</param>
public sealed record RunHistory(string InstanceId, string Workflow, string StoryVersion, IReadOnlyList<HistoryEvent> Events)
{
    private static readonly HistoryJson Indented = new(new JsonSerializerOptions(HistoryJson.Default.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Indented JSON; the same history gives the same text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Indented.RunHistory) + "\n";

    /// <summary>The history of a text that <see cref="ToJson"/> made.</summary>
    /// <exception cref="JsonException">The text is no history.</exception>
    public static RunHistory FromJson(string json) =>
        JsonSerializer.Deserialize(json, HistoryJson.Default.RunHistory) ?? throw new JsonException("The text holds no history.");
}
