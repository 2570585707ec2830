namespace Planner.Core.Grounding.Facts;

/// <summary>All that was read of a code base, before any ticket is looked at. Deterministic: lists are sorted.</summary>
public sealed record CodebaseIndex
{
    /// <summary>The commit that was scanned, or null where it is no git repository.</summary>
    public string? Commit { get; init; }

    /// <summary>Every file that is not ignored, sorted by path, ordinal.</summary>
    public required IReadOnlyList<DocumentFact> Documents { get; init; }

    /// <summary>Project files.</summary>
    public IReadOnlyList<ProjectFact> Projects { get; init; } = [];

    /// <summary>Declared types.</summary>
    public IReadOnlyList<TypeFact> Types { get; init; } = [];

    /// <summary>HTTP endpoints.</summary>
    public IReadOnlyList<EndpointFact> Endpoints { get; init; } = [];

    /// <summary>Service registrations.</summary>
    public IReadOnlyList<RegistrationFact> Registrations { get; init; } = [];

    /// <summary>Test methods.</summary>
    public IReadOnlyList<TestFact> Tests { get; init; } = [];

    /// <summary>Jobs.</summary>
    public IReadOnlyList<JobFact> Jobs { get; init; } = [];

    /// <summary>Tables and views.</summary>
    public IReadOnlyList<TableFact> Tables { get; init; } = [];

    /// <summary>Migration scripts in order.</summary>
    public IReadOnlyList<MigrationFact> Migrations { get; init; } = [];

    /// <summary>What its repository tells of the past.</summary>
    public HistoryFacts History { get; init; } = HistoryFacts.None;

    /// <summary>What its documents say.</summary>
    public DocumentFacts Texts { get; init; } = DocumentFacts.None;

    /// <summary>How things are done here.</summary>
    public Conventions Conventions { get; init; } = new();

    /// <summary>What could not be read, one sentence each.</summary>
    public IReadOnlyList<string> Limitations { get; init; } = [];
}

/// <summary>A file and its words, for ranking.</summary>
/// <param name="Path">From the root, forward slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Hex of its content, lower case; empty where it was not read.</param>
/// <param name="Terms">Lower-case words and parts of identifiers with their counts; empty for binary and very large files.</param>
public sealed record DocumentFact(string Path, long Bytes, string Sha256, IReadOnlyDictionary<string, int> Terms);
