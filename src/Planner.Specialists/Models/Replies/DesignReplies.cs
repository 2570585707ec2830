using System.ComponentModel;
using System.Text.Json.Serialization;
using Planner.Core.Opinions;

namespace Planner.Specialists.Models.Replies;

/// <summary>A script of the schema with its way back.</summary>
internal sealed record MigrationReply
{
    [Description("snake_case, without number.")]
    public required string Name { get; init; }

    [Description("The key of your task that writes it. A test of that task applies it and rolls it back.")]
    public required string Task { get; init; }

    [Description("Complete SQL in the dialect of the code base.")]
    public required string Up { get; init; }

    [Description("Complete SQL that undoes it.")]
    public required string Down { get; init; }

    [Description("Expand adds what nothing uses yet. Fill writes rows. Contract takes away or tightens what the version before still uses: its task comes "
        + "after all "
        + "that is built, so give it a task of its own.")]
    public required MigrationRole Role { get; init; }

    [Description("Why `down` does not bring back what was there before; null where it does, as for all that is only added.")]
    public required string? Irreversible { get; init; }
}

/// <summary>A type that is added or changed.</summary>
internal sealed record TypeReply
{
    public required string Name { get; init; }

    [Description("class, record, struct, enum or interface.")]
    public required string Kind { get; init; }

    public required string File { get; init; }

    [Description("Members to add or change: the signature, then ` -- `, then what it does and which errors it gives.")]
    public required IReadOnlyList<string> Members { get; init; }

    [Description("Types that call it today or will.")]
    public required IReadOnlyList<string> Callers { get; init; }
}

/// <summary>An endpoint that is added or changed.</summary>
internal sealed record EndpointReply
{
    public required string Method { get; init; }

    public required string Route { get; init; }

    public required ChangeKind Change { get; init; }

    [Description("The file of its handler.")]
    public required string File { get; init; }

    public required string Purpose { get; init; }

    [Description("The status on success.")]
    public required int Success { get; init; }

    [Description("Fields of the bodies; nested ones with a dot.")]
    public required IReadOnlyList<FieldReply> Fields { get; init; }

    [Description("Error answers: `status code: when`.")]
    public required IReadOnlyList<string> Errors { get; init; }

    [Description("Who may call it and how that is proven.")]
    public required string Access { get; init; }
}

/// <summary>A field of a body.</summary>
internal sealed record FieldReply
{
    public required BodyPart In { get; init; }

    public required string Name { get; init; }

    [Description("string, integer, number, boolean, array or object; a format after a slash, like string/uuid.")]
    public required string Type { get; init; }

    public required bool Required { get; init; }

    [Description("What holds for it.")]
    public required string Rule { get; init; }

    [Description("An example value.")]
    public required string Example { get; init; }
}

/// <summary>Which body a field belongs to.</summary>
internal enum BodyPart
{
    [JsonStringEnumMemberName("request")]
    Request,

    [JsonStringEnumMemberName("response")]
    Response,
}

/// <summary>A job that loads or transforms data.</summary>
internal sealed record PipelineReply
{
    public required string Job { get; init; }

    public required string File { get; init; }

    public required ChangeKind Change { get; init; }

    [Description("Names of tables, nothing else.")]
    public required IReadOnlyList<string> Reads { get; init; }

    [Description("Names of tables, nothing else.")]
    public required IReadOnlyList<string> Writes { get; init; }

    [Description("What makes a second run harmless, in which order it reads, how history is filled, when it runs.")]
    public required string How { get; init; }

    [Description("What happens when it fails, and how it goes on.")]
    public required string Failure { get; init; }

    [Description("SQL that compares source and target.")]
    public required string Reconciliation { get; init; }
}
