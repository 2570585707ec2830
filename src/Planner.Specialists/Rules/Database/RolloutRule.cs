using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Database;

/// <summary>The way without downtime, and whether partitioning matters.</summary>
internal sealed partial class RolloutRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        if (brief.Schema.IsEmpty && draft.Schema.Migrations.Count == 0)
        {
            return;
        }

        draft.Schema = draft.Schema with { ZeroDowntime = Path(brief, draft), Partitioning = Partitioning(brief) };
    }

    private static List<string> Path(RuleContext brief, OpinionBuilder draft)
    {
        var first = draft.Schema.Migrations.Where(m => m.Role == MigrationRole.Expand && !m.Name.StartsWith("validate_", StringComparison.Ordinal))
            .Select(m => $"`{m.Name}`")
            .ToList();
        var last = draft.Schema.Migrations.Where(m => m.Name.StartsWith("validate_", StringComparison.Ordinal)).Select(m => $"`{m.Name}`").ToList();
        var (fills, gone) = (Of(MigrationRole.Fill), Of(MigrationRole.Contract));
        var steps = new List<string>();
        if (first.Count > 0)
        {
            steps.Add($"Apply {Words.List(first)} while the present version runs: it neither reads nor writes what is new.");
        }

        steps.Add($"Release the code that {(first.Count > 0 ? "uses it" : "no longer reads it")}; during the roll-out both versions run side by side.");
        if (fills.Count > 0)
        {
            steps.Add($"Apply {Words.List(fills)} when no instance of the version before is left, so that no row is written without its value afterwards.");
        }

        if (last.Count > 0)
        {
            steps.Add($"Fill what is empty in batches, watch the count of missing values fall to zero, then apply {Words.List(last)}.");
        }

        if (gone.Count > 0)
        {
            steps.Add($"In a release of its own, when no instance of the version before is left, apply {Words.List(gone)}.");
        }

        steps.Add(brief.Schema.Tables.Count > 0
            ? $"Way back: take the code back first, copy {Words.List(brief.Schema.Tables.Select(t => $"`{t.Fact.FullName}`"))} away if rows were written, "
                + $"then run the scripts down in reverse order."
            : "Way back: take the code back first, then run the scripts down in reverse order.");
        return steps;

        List<string> Of(MigrationRole role) => [.. draft.Schema.Migrations.Where(m => m.Role == role).Select(m => $"`{m.Name}`")];
    }

    private static string Partitioning(RuleContext brief)
    {
        var volume = Volume().Match(brief.Text);
        return volume.Success
            ? $"The ticket speaks of {volume.Value.Trim()}; partitioning by time begins to pay where old rows are dropped by the month or an index no longer "
                + $"fits in memory, which is to be measured before it is done."
            : "Not now: neither ticket nor schema states a volume, and partitioning by time pays only from some tens of millions of rows or where old rows "
                + "are dropped by the month.";
    }

    [GeneratedRegex(
        @"\b[0-9][0-9.,]*\s*(thousand|million|billion|k|m)?\s*(rows|orders|records|events|entries)( (a|per) (day|hour|month|year))?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Volume();
}
