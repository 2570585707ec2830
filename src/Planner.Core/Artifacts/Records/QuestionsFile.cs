using System.Text.Json.Serialization;
using Planner.Core.Plans;
using Planner.Core.Text;

namespace Planner.Core.Artifacts.Records;

/// <summary>The shape of <c>questions.json</c>.</summary>
public sealed record QuestionsFile(IReadOnlyList<QuestionEntry> Questions)
{
    /// <summary>Its path.</summary>
    public const string Path = "questions.json";

    /// <summary>The plan's questions.</summary>
    public static QuestionsFile Of(Plan plan) =>
        new([.. plan.Questions.Select(q => new QuestionEntry(q.Id, q.Text, q.Owner, q.Blocking, q.Assumption, q.Answer)
        {
            Key = q.Key is { IsWording: false } key ? key.ToString() : null,
        })]);
}

/// <summary>A question.</summary>
public sealed record QuestionEntry(string Id, string Text, string Owner, bool Blocking, string Assumption, string? Answer)
{
    /// <summary>What it is about, like <c>limit:order-returns/reason</c>; left out where nothing but its words are known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }
}

/// <summary>Renders <c>questions.json</c>.</summary>
internal sealed class QuestionsRecord : IArtifactRenderer
{
    public string Path => QuestionsFile.Path;

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan) => PlanJson.Artifact(QuestionsFile.Of(plan));
}
