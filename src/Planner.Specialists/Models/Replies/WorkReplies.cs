using System.ComponentModel;
using System.Text.Json.Serialization;
using Planner.Core.Opinions;

namespace Planner.Specialists.Models.Replies;

/// <summary>A piece of work of at most a few days.</summary>
internal sealed record TaskReply
{
    [Description("A few words in kebab-case that name it, unique in your answer.")]
    public required string Key { get; init; }

    [Description("An instruction in one line.")]
    public required string Title { get; init; }

    [Description("What changes inside which file and why, its callers, wiring and what is removed; what to mind. At most 150 words.")]
    public required string Detail { get; init; }

    [Description("Every file that it must change, add or delete.")]
    public required IReadOnlyList<FileReply> Files { get; init; }

    [Description("Paths of files that will likely have to change too, besides the ones above.")]
    public required IReadOnlyList<string> LikelyAlso { get; init; }

    [Description("Tables that it writes or changes, by name.")]
    public required IReadOnlyList<string> Tables { get; init; }

    [Description("Endpoints that it adds or changes, like GET /api/orders/{orderId}.")]
    public required IReadOnlyList<string> Endpoints { get; init; }

    [Description("Things that others make and that it needs: `table:…`, `column:table.column`, `type:…`, `endpoint:POST /…`, `file:…`.")]
    public required IReadOnlyList<string> Needs { get; init; }

    [Description("Keys of your tasks that come before; of others' tasks as they are shown, like `service/add-return`. Only where this one needs what that "
        + "one makes.")]
    public required IReadOnlyList<string> After { get; init; }

    [Description("Ids of criteria that it serves, like AC2; or keys of your risks and decisions.")]
    public required IReadOnlyList<string> Satisfies { get; init; }

    [Description("XS up to two hours, S up to a day, M up to three days, L up to a week.")]
    public required TaskSize Size { get; init; }
}

/// <summary>A file of a task.</summary>
internal sealed record FileReply
{
    public required string Path { get; init; }

    public required ChangeKind Change { get; init; }

    [Description("What changes in it, in one line: members, registrations, statements.")]
    public required string What { get; init; }
}

/// <summary>A test.</summary>
internal sealed record TestReply
{
    [Description("What it shows, in one line: given, when, then.")]
    public required string Title { get; init; }

    public required TestKind Kind { get; init; }

    [Description("The file that it goes into; null where you do not know.")]
    public required string? File { get; init; }

    [Description("The key of your task that writes it.")]
    public required string Task { get; init; }

    [Description("Ids of criteria that it shows.")]
    public required IReadOnlyList<string> Covers { get; init; }

    [Description("The endpoint that it calls, like POST /api/orders; null where it calls none.")]
    public required string? Endpoint { get; init; }

    [Description("What it shows of the endpoint (success, refusal of a caller who may not, error) or of a script (apply, rollback); empty where it is "
        + "about neither.")]
    public required IReadOnlyList<ShownAspect> Shows { get; init; }

    [Description("The error status that it is about; null where it is about none.")]
    public required int? Status { get; init; }
}

/// <summary>What a test shows; flags are no choices of a schema.</summary>
internal enum ShownAspect
{
    [JsonStringEnumMemberName("success")]
    Success,

    [JsonStringEnumMemberName("refusal")]
    Refusal,

    [JsonStringEnumMemberName("error")]
    Error,

    [JsonStringEnumMemberName("apply")]
    Apply,

    [JsonStringEnumMemberName("rollback")]
    Rollback,
}
