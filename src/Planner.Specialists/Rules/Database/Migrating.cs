using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Database;

/// <summary>A migration before it has its paths.</summary>
internal sealed record MigrationStep(string Name, string Title, string Up, string Down, IReadOnlyList<string> Tables, string Locks, TaskSize Size)
{
    public IReadOnlyList<string> Satisfies { get; init; } = [];

    public string Detail { get; init; } = "";

    public string? Irreversible { get; init; }

    /// <summary>True where others may wait for the tables as it leaves them; a check of rows that are there keeps nobody waiting.</summary>
    public bool Provides { get; init; }

    public MigrationRole Role { get; init; }
}

/// <summary>Adds a migration with its task and its test; each comes after the one before.</summary>
internal static class Migrating
{
    private const string Manual =
        "Apply the script to a copy of the schema, roll it back, and compare both schema dumps: they must be equal. No command of this repository does that.";

    private const string InCode =
        "Apply the migration to a copy of the database, revert it, and compare both schema dumps: they must be equal. No command of this repository does that.";

    public static string Migrate(this OpinionBuilder draft, RuleContext brief, MigrationStep step)
    {
        var ordinal = draft.Schema.Migrations.Count;
        var (up, down) = MigrationPaths.Next(brief, ordinal, step.Name);
        draft.Schema = draft.Schema with
        {
            Migrations = [
                .. draft.Schema.Migrations,
                new MigrationScript(step.Name, up, down, step.Up, step.Down, step.Tables, step.Locks) { Irreversible = step.Irreversible, Role = step.Role },
            ],
        };
        var task = draft.Do(brief, new Work(
            step.Name,
            step.Title,
            string.Join(' ', new[] { step.Detail, MigrationPaths.Words(brief, up, step.Role) }.Where(d => d.Length > 0)),
            step.Size)
        {
            Satisfies = step.Satisfies,
            Paths = [
                up,
                .. down is null ? Array.Empty<string>() : [down],
                .. step.Role == MigrationRole.Fill ? [] : MigrationPaths.Model(brief, up, step.Tables),
            ],
            Tables = step.Tables,
            Provides = step.Provides ? [.. step.Tables.Select(Resource.Table)] : [],
            DependsOn = ordinal == 0 ? [] : [draft.Tasks.Last(t => t.Files.Any(f => f.Path == draft.Schema.Migrations[ordinal - 1].UpPath)).Id],
            Manual = up.EndsWith(".cs", StringComparison.Ordinal) ? InCode : Manual,
        });
        draft.Prove(
            brief,
            step.Name,
            $"`{PathParts.Name(up)}` applies to the present schema, and rolling it back leaves the schema as it was",
            step.Satisfies,
            TestKind.Integration,
            task,
            null);
        draft.Tests[^1] = draft.Tests[^1] with { Aspects = TestAspects.Apply | TestAspects.Rollback };
        return task;
    }
}
