namespace Planner.Core.Opinions.Caps;

/// <summary>SQL for a database of which nothing is known.</summary>
internal sealed class GroundlessSchemaCap : IConfidenceCap
{
    private const int Most = 5;

    public HeldAt? Of(Opinion opinion, CapContext context) =>
        context.Inventory.Tables.Count == 0 && opinion.Design<SchemaDesign>() is { } schema && schema.Migrations.Count + schema.Tables.Count > 0
            ? new(Most, "it writes SQL, and no table of today is known, neither from a database nor from scripts")
            : null;
}
