namespace Planner.Codebase.Sql;

/// <summary>A script: what it is as a migration, and what it defines.</summary>
internal sealed record SqlScript(MigrationName? Migration, string Path, IReadOnlyList<SqlStatement> Statements)
{
    private static readonly string[] DownMarkers = ["-- +goose down", "-- migrate:down", "--//@undo", "-- +migrate down"];

    public static SqlScript Read(string path, string text)
    {
        var down = DownMarkers.Select(m => text.IndexOf(m, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        var migration = MigrationName.Of(path);
        if (migration is not null && down >= 0)
        {
            migration = migration with { Direction = "both" };
        }

        return migration?.Direction == "down"
            ? new SqlScript(migration, path, [])
            : new SqlScript(migration, path, SqlStatement.Definitions(down >= 0 ? text[..down] : text));
    }
}
