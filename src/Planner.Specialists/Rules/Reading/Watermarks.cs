using Planner.Core.Grounding.Facts;

namespace Planner.Specialists.Rules.Reading;

/// <summary>How jobs tell new rows from those that they have read.</summary>
internal static class Watermarks
{
    /// <summary>The column by which a job tells new rows, where its sources share one.</summary>
    public static string? Of(JobFact job, TicketFacts brief) => JobTables.Of(job, brief.Grounding).Sources
        .SelectMany(t => t.Columns)
        .Where(c => c.Name is "updated_at" or "modified_at" or "changed_at" or "last_modified" or "updated_on")
        .Select(c => c.Name)
        .FirstOrDefault();
}
