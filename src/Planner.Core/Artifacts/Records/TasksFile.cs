using System.Text.Json.Serialization;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Plans.Stories;
using Planner.Core.Text;
using Planner.Core.Tickets;

namespace Planner.Core.Artifacts.Records;

/// <summary>The shape of <c>tasks.json</c>.</summary>
public sealed record TasksFile(IReadOnlyList<TaskEntry> Tasks, IReadOnlyList<TestEntry> Tests, IReadOnlyList<WaveEntry> Waves)
{
    /// <summary>Its path.</summary>
    public const string Path = "tasks.json";

    /// <summary>The frozen criteria that tasks and tests refer to; empty in files of versions that kept none.</summary>
    public IReadOnlyList<CriterionEntry> Criteria { get; init; } = [];

    /// <summary>For an epic its stories, in the order of their map; else absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StoryEntry>? Stories { get; init; }

    /// <summary>The plan's tasks.</summary>
    public static TasksFile Of(Plan plan) => new(
        [.. plan.Tasks.Select(Entry)],
        [.. plan.Tests.Select(t => new TestEntry(t.Id, t.Title, t.Covers, t.Kind, t.Task, t.File) { Endpoint = t.Endpoint, Aspects = t.Aspects })],
        [.. plan.Waves.Select(w => new WaveEntry(w.Number, w.Tasks, w.Gate))])
    {
        Criteria = [.. plan.Criteria.Items.Select(c => new CriterionEntry(c.Id, c.Text) { Story = c.Story, Source = c.Source })],
        Stories = StoryPlan.Of(plan)?.Stories.Select(StoryEntry.Of).ToList(),
    };

    private static TaskEntry Entry(PlanTask task) => new()
    {
        Id = task.Id,
        Title = task.Title,
        Detail = task.Detail,
        Area = task.Area,
        Phase = task.Phase,
        Wave = task.Wave,
        DependsOn = task.DependsOn,
        Satisfies = task.Satisfies,
        Files = task.Files,
        LikelyAlso = task.LikelyAlso,
        Tables = task.Tables,
        Endpoints = task.Endpoints,
        Size = task.Size,
        EffortHours = task.EffortHours,
        Owner = task.Owner,
        Verification = task.Verification,
        ManualVerification = task.ManualVerification,
        Tests = task.Tests,
        Constraints = task.Constraints,
        Lookouts = task.Lookouts,
        Story = task.Story,
        Contingent = task.Contingent,
        Status = task.Status,
    };
}

/// <summary>A task.</summary>
public sealed record TaskEntry
{
    /// <summary>Like T001.</summary>
    public required string Id { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>One short paragraph.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The specialist that asked for it.</summary>
    public required string Area { get; init; }

    /// <summary>From 0.</summary>
    public required int Phase { get; init; }

    /// <summary>From 1.</summary>
    public required int Wave { get; init; }

    /// <summary>Ids of tasks.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>Ids of criteria, decisions or risks.</summary>
    public required IReadOnlyList<string> Satisfies { get; init; }

    /// <summary>Files it changes.</summary>
    public required IReadOnlyList<FileChange> Files { get; init; }

    /// <summary>Tables it writes.</summary>
    public required IReadOnlyList<string> Tables { get; init; }

    /// <summary>Endpoints it changes.</summary>
    public required IReadOnlyList<string> Endpoints { get; init; }

    /// <summary>XS to XL.</summary>
    public required TaskSize Size { get; init; }

    /// <summary>Three points.</summary>
    public required Effort EffortHours { get; init; }

    /// <summary>A role or owner.</summary>
    public required string Owner { get; init; }

    /// <summary>Commands.</summary>
    public required IReadOnlyList<string> Verification { get; init; }

    /// <summary>What a person looks at where there is no command.</summary>
    public string? ManualVerification { get; init; }

    /// <summary>Ids of tests.</summary>
    public required IReadOnlyList<string> Tests { get; init; }

    /// <summary>Principles of the team that hold for it.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];

    /// <summary>What to look at because the repository's history tells so.</summary>
    public IReadOnlyList<string> Lookouts { get; init; } = [];

    /// <summary>Files that will likely have to change too; absent where nothing is said about them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? LikelyAlso { get; init; }

    /// <summary>For an epic the story that it is done for; absent where it is for the whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Story { get; init; }

    /// <summary>True where it is only due when a provisional decision changes.</summary>
    public bool Contingent { get; init; }

    /// <summary>Todo, Doing, Done or Blocked.</summary>
    public required TaskProgress Status { get; init; }
}

/// <summary>A test.</summary>
public sealed record TestEntry(string Id, string Title, IReadOnlyList<string> Covers, TestKind Kind, string Task, string? File)
{
    /// <summary>The endpoint that it calls, or null.</summary>
    public string? Endpoint { get; init; }

    /// <summary>What it shows of that endpoint (success, refusal, error) or of the migration of its task (apply, rollback), or none.</summary>
    public TestAspects Aspects { get; init; }
}

/// <summary>A criterion.</summary>
public sealed record CriterionEntry(string Id, string Text)
{
    /// <summary>The story that asks for it; absent for the ticket's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Story { get; init; }

    /// <summary>Where it comes from, like <c>refinement by Ann</c>; absent where the ticket says it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }
}

/// <summary>A story of an epic.</summary>
/// <param name="Key">Its ticket.</param>
/// <param name="Title">One line.</param>
/// <param name="Status">As its tracker calls it; empty where it is not known.</param>
/// <param name="State">Planned, Done, Unclear (says too little) or Unread.</param>
/// <param name="Wave">Among stories, from 1; null where it has no tasks.</param>
/// <param name="DependsOn">Keys of stories and other tickets that come before.</param>
/// <param name="Criteria">Ids.</param>
/// <param name="Tasks">Ids of due tasks.</param>
public sealed record StoryEntry(
    string Key,
    string Title,
    string Status,
    StoryState State,
    int? Wave,
    IReadOnlyList<string> DependsOn,
    IReadOnlyList<string> Criteria,
    IReadOnlyList<string> Tasks)
{
    /// <summary>A story with its share of the plan.</summary>
    public static StoryEntry Of(PlannedStory story) => new(
        story.Story.Key, story.Story.Title, story.Story.Status, story.Story.State, story.Wave, [.. story.Needs.Select(n => n.On)], story.Criteria,
        [.. story.Tasks.Select(t => t.Id)]);
}

/// <summary>A wave.</summary>
public sealed record WaveEntry(int Number, IReadOnlyList<string> Tasks, IReadOnlyList<string> Gate);

/// <summary>Renders <c>tasks.json</c>.</summary>
internal sealed class TasksRecord : IArtifactRenderer
{
    public string Path => TasksFile.Path;

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan) => PlanJson.Artifact(TasksFile.Of(plan));
}
