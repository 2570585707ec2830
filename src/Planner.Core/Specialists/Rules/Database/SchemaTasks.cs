using Planner.Core.Specialists.Rules.Drafting;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Database;

/// <summary>
/// Tasks of the database specialist that others wait for. Its rules are asked again where its opinion is not at
/// hand, as those who work at the same time do not see it; both ways give the same ids.
/// </summary>
internal static class SchemaTasks
{
    private static readonly IRule[] Scripts = [new NewTablesRule(), new NewColumnsRule(), new WidenedChecksRule(), new OutboxRule()];

    /// <summary>Ids of the tasks that make or change any of the tables.</summary>
    public static IReadOnlyList<string> For(Brief brief, IReadOnlyList<string> tables)
    {
        var draft = new Draft("database");
        foreach (var rule in Scripts)
        {
            rule.Apply(brief, draft);
        }

        return [.. draft.Tasks.Where(t => t.Tables.Any(w => tables.Contains(w, StringComparer.Ordinal)) && !t.Id.StartsWith("database/validate-", StringComparison.Ordinal)).Select(t => t.Id)];
    }
}
