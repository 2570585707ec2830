using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Database;

/// <summary>Paths of the next migrations, by the convention that was found.</summary>
internal static class MigrationPaths
{
    public static bool AreKnown(RuleContext brief) => brief.Grounding.Conventions.NextMigration.Count > 0;

    /// <summary>The paths up and, where there is one, down of the n-th new migration, from 0.</summary>
    public static (string Up, string? Down) Next(RuleContext brief, int ordinal, string name) =>
        MigrationPatterns.Next(brief.Grounding.Conventions.NextMigration, ordinal, name);

    /// <summary>What changes together with a migration of EF Core: the entities behind the tables, and the model snapshot.</summary>
    public static IEnumerable<string> Model(RuleContext brief, string migration, IReadOnlyList<string> tables) => Snapshot(brief, migration) is { } snapshot
        ? [
            .. brief.Grounding.Tables.Where(t => t.EntityType is not null && tables.Contains(t.FullName, StringComparer.Ordinal))
                .Select(t => t.File)
                .OfType<string>(),
            snapshot,
        ]
        : [];

    private static string? Snapshot(RuleContext brief, string migration) => migration.EndsWith(".cs", StringComparison.Ordinal)
        ? brief.Grounding.Inventory.Paths.FirstOrDefault(p => PathParts.Folder(p) == PathParts.Folder(migration)
            && p.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal))
        : null;

    /// <summary>How a migration in code comes about; empty for scripts.</summary>
    public static string Words(RuleContext brief, string migration, MigrationRole role) => !migration.EndsWith(".cs", StringComparison.Ordinal) ? ""
        : Snapshot(brief, migration) is not null && role == MigrationRole.Fill
            ? "`dotnet ef migrations add` writes an empty migration, with its own time stamp, and the statement goes into it as SQL."
        : Snapshot(brief, migration) is not null
            ? "Change the entity, then let `dotnet ef migrations add` write the migration, which gives it its own time stamp; put into `Up` and `Down` by "
                + "hand what it does not know."
        : "The statements go into the migration class in its own words or as SQL.";
}
