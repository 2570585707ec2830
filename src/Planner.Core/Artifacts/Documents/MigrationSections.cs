using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>Migrations, each with its way back.</summary>
internal static class MigrationSections
{
    public static MarkdownPage Write(MarkdownPage page, IReadOnlyList<MigrationScript> migrations, int level)
    {
        foreach (var migration in migrations)
        {
            page.Heading(level, $"Migration {Md.Code(migration.Name)}")
                .Say($"Writes {Md.Codes(migration.Tables)}. Locks: {migration.Locks}")
                .Say($"Up, {Md.Code(migration.UpPath)}:")
                .Code("sql", migration.Up);
            Down(page, migration);
        }

        return page;
    }

    private static void Down(MarkdownPage page, MigrationScript migration)
    {
        if (migration.Irreversible is not null)
        {
            page.Say($"**Irreversible:** {migration.Irreversible} Take a backup of {Md.Codes(migration.Tables)} first.");
        }

        if (migration.Down.Trim().Length > 0)
        {
            page.Say($"Rollback, {Md.Code(migration.DownPath ?? migration.UpPath)}:").Code("sql", migration.Down);
        }
    }
}
