using System.Text.Json.Serialization;
using Planner.Core.LanguageModels;

namespace Planner.Core.Grounding.Facts;

/// <summary>What is known that bears on one ticket. Stored once per run; specialists and checks read it.</summary>
public sealed record TicketGrounding
{
    /// <summary>The commit that was scanned, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>The likeliest to change first, at most 100.</summary>
    public required IReadOnlyList<RankedFile> Files { get; init; }

    /// <summary>
    /// A wide pool of files that a change may touch, the likeliest by rules first, at most 280. Empty in what was stored before there was one.
    /// </summary>
    public IReadOnlyList<CandidateFile> Candidates { get; init; } = [];

    /// <summary>What the ticket names, and what became of it.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>Types that bear on the ticket, most relevant first.</summary>
    public IReadOnlyList<TypeFact> Types { get; init; } = [];

    /// <summary>Endpoints that bear on it.</summary>
    public IReadOnlyList<EndpointFact> Endpoints { get; init; } = [];

    /// <summary>Tables that bear on it.</summary>
    public IReadOnlyList<TableFact> Tables { get; init; } = [];

    /// <summary>Tests of the types and endpoints above.</summary>
    public IReadOnlyList<TestFact> Tests { get; init; } = [];

    /// <summary>Jobs that bear on it.</summary>
    public IReadOnlyList<JobFact> Jobs { get; init; } = [];

    /// <summary>Registrations of the types above.</summary>
    public IReadOnlyList<RegistrationFact> Registrations { get; init; } = [];

    /// <summary>Project files, all of them.</summary>
    public IReadOnlyList<ProjectFact> Projects { get; init; } = [];

    /// <summary>What of the repository's past bears on it.</summary>
    public TicketHistory History { get; init; } = TicketHistory.None;

    /// <summary>What of documents and memory bears on it.</summary>
    public TicketDocuments Documents { get; init; } = TicketDocuments.None;

    /// <summary>How things are done here.</summary>
    public Conventions Conventions { get; init; } = new();

    /// <summary>All that exists, for proving that what a plan cites does.</summary>
    public required Inventory Inventory { get; init; }

    /// <summary>What could not be read or found, one sentence each.</summary>
    public IReadOnlyList<string> Limitations { get; init; } = [];

    /// <summary>What a model read out of the ticket; null where none was asked. The order of <see cref="Files"/> is then the model's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TicketReading? Reading { get; init; }

    /// <summary>What reading the ticket took, also where nothing could be made of it; null where no model was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunLedger? ReadingLedger { get; init; }

    /// <summary>For an epic: what bears on each of its parts, by key, without the inventory, which is the same for all; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, TicketGrounding>? Parts { get; init; }
}

/// <summary>A file with its relevance (0 to 1, two decimals) and the reason in words.</summary>
public sealed record RankedFile(string Path, double Score, string Why);

/// <summary>Every path, table, column (<c>table.column</c>) and endpoint (<c>GET /x</c>) of the scanned commit, sorted.</summary>
public sealed record Inventory(IReadOnlyList<string> Paths, IReadOnlyList<string> Tables, IReadOnlyList<string> Columns, IReadOnlyList<string> Endpoints)
{
    /// <summary>Nothing.</summary>
    public static Inventory Empty { get; } = new([], [], [], []);
}

/// <summary>What kind of thing a ticket names.</summary>
public enum MentionKind
{
    /// <summary>A path or file name.</summary>
    File,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A method or property.</summary>
    Member,

    /// <summary>A table or view.</summary>
    Table,

    /// <summary>A column.</summary>
    Column,

    /// <summary>An endpoint.</summary>
    Endpoint,

    /// <summary>Looks like the name of something, and was not found.</summary>
    Unknown,
}

/// <summary>A name in the ticket.</summary>
/// <param name="Text">As written.</param>
/// <param name="Kind">What it turned out to be, or looks like.</param>
/// <param name="Found">Where it was found (<c>path:line</c>, table or endpoint); empty where it was not.</param>
/// <param name="IsNew">True where the ticket itself says that this is to be made.</param>
public sealed record Mention(string Text, MentionKind Kind, IReadOnlyList<string> Found, bool IsNew)
{
    /// <summary>For a new table: its columns as the ticket states them.</summary>
    public IReadOnlyList<ColumnFact> Columns { get; init; } = [];

    /// <summary>True where the ticket says of it only that it stays as it is.</summary>
    public bool IsKept { get; init; }

    /// <summary>True where it was found or is to be made.</summary>
    [JsonIgnore]
    public bool IsResolved => IsNew || Found.Count > 0;
}
