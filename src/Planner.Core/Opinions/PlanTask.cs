using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>What happens to a file.</summary>
public enum ChangeKind
{
    /// <summary>It must not exist yet.</summary>
    [JsonStringEnumMemberName("add")]
    Add,

    /// <summary>It must exist.</summary>
    [JsonStringEnumMemberName("modify")]
    Modify,

    /// <summary>It must exist.</summary>
    [JsonStringEnumMemberName("delete")]
    Delete,
}

/// <summary>A file that a task changes.</summary>
public sealed record FileChange(string Path, ChangeKind Change);

/// <summary>How much work.</summary>
public enum TaskSize
{
    /// <summary>Up to two hours.</summary>
    XS,

    /// <summary>Up to a day.</summary>
    S,

    /// <summary>Up to three days.</summary>
    M,

    /// <summary>Up to a week.</summary>
    L,

    /// <summary>More; worth splitting.</summary>
    XL,
}

/// <summary>A three-point estimate in hours.</summary>
public sealed record Effort(double Optimistic, double Likely, double Pessimistic)
{
    /// <summary>The PERT mean, (o + 4l + p) / 6, to one decimal.</summary>
    [JsonIgnore]
    public double Mean => Math.Round((Optimistic + (4 * Likely) + Pessimistic) / 6, 1, MidpointRounding.AwayFromZero);

    /// <summary>The range of a size; the upper end leaves room for what is not known yet.</summary>
    public static Effort Of(TaskSize size) => size switch
    {
        TaskSize.XS => new(0.5, 1, 2),
        TaskSize.S => new(2, 4, 8),
        TaskSize.M => new(8, 14, 24),
        TaskSize.L => new(20, 30, 50),
        TaskSize.XL => new(40, 60, 110),
        _ => throw new ArgumentOutOfRangeException(nameof(size)),
    };
}

/// <summary>How far a task is.</summary>
public enum TaskProgress
{
    /// <summary>Not begun.</summary>
    Todo,

    /// <summary>Begun.</summary>
    Doing,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Held up.</summary>
    Blocked,
}

/// <summary>A piece of work.</summary>
public sealed record PlanTask
{
    /// <summary>T001 in a plan; local in an opinion.</summary>
    public required string Id { get; init; }

    /// <summary>An instruction in one line.</summary>
    public required string Title { get; init; }

    /// <summary>What to do and what to mind, one short paragraph.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The specialist that asked for it.</summary>
    public required string Area { get; init; }

    /// <summary>From 0 (preparation); set when assembled.</summary>
    public int Phase { get; init; }

    /// <summary>From 1; set when assembled.</summary>
    public int Wave { get; init; }

    /// <summary>Ids of tasks that come before.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>
    /// Things that must be as the plan makes them before it begins, whoever makes them: assembly lets it come after those who provide
    /// them. What nobody provides and what is there today costs nothing.
    /// </summary>
    public IReadOnlyList<Resource> Needs { get; init; } = [];

    /// <summary>Things that it makes or changes and that others may need. Beside these, the files, endpoints and types that it changes count.</summary>
    public IReadOnlyList<Resource> Provides { get; init; } = [];

    /// <summary>Criteria that it serves; may also hold a decision's or risk's id.</summary>
    public IReadOnlyList<string> Satisfies { get; init; } = [];

    /// <summary>Files it changes.</summary>
    public IReadOnlyList<FileChange> Files { get; init; } = [];

    /// <summary>Paths of files that will likely have to change too, besides <see cref="Files"/>; null where nothing is said about them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? LikelyAlso { get; init; }

    /// <summary>Tables it writes.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>Endpoints it changes, like <c>GET /api/orders</c>.</summary>
    public IReadOnlyList<string> Endpoints { get; init; } = [];

    /// <summary>How big.</summary>
    public required TaskSize Size { get; init; }

    /// <summary>How long.</summary>
    public required Effort EffortHours { get; init; }

    /// <summary>A role or, where CODEOWNERS names one, an owner.</summary>
    public required string Owner { get; init; }

    /// <summary>Commands that show that it is done; from conventions that were found, never from the ticket.</summary>
    public IReadOnlyList<string> Verification { get; init; } = [];

    /// <summary>Why there is no command, where there is none.</summary>
    public string? ManualVerification { get; init; }

    /// <summary>Ids of its tests.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>Principles of the team that hold for it, each with its place.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];

    /// <summary>What to look at because the repository's history tells so; set when assembled.</summary>
    public IReadOnlyList<string> Lookouts { get; init; } = [];

    /// <summary>For an epic: the key of the story that it is done for; null where it is for the whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Story { get; init; }

    /// <summary>True for work that is only due when a provisional decision is changed; left out of totals and of the critical path.</summary>
    public bool Contingent { get; init; }

    /// <summary>How far.</summary>
    public TaskProgress Status { get; init; } = TaskProgress.Todo;
}

/// <summary>What kind of test.</summary>
public enum TestKind
{
    /// <summary>One type.</summary>
    [JsonStringEnumMemberName("unit")]
    Unit,

    /// <summary>Several parts with a real database or server.</summary>
    [JsonStringEnumMemberName("integration")]
    Integration,

    /// <summary>The whole system.</summary>
    [JsonStringEnumMemberName("e2e")]
    EndToEnd,

    /// <summary>By a person.</summary>
    [JsonStringEnumMemberName("manual")]
    Manual,
}

/// <summary>A test; <paramref name="Task"/> is the task that writes it, <paramref name="File"/> where it goes, or null.</summary>
public sealed record PlanTest(string Id, string Title, IReadOnlyList<string> Covers, TestKind Kind, string Task, string? File = null)
{
    /// <summary>The endpoint that it calls, like <c>GET /api/orders</c>, or null.</summary>
    public string? Endpoint { get; init; }

    /// <summary>What it shows of that endpoint, or of the migration of its task.</summary>
    public TestAspects Aspects { get; init; }

    /// <summary>The error status that it is about, or null.</summary>
    public int? Status { get; init; }

    /// <summary>True where it is about this error status.</summary>
    public bool Shows(int status) => Status == status || (status is 401 or 403 && Aspects.HasFlag(TestAspects.Refusal));
}
