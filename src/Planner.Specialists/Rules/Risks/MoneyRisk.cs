using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Risks;

/// <summary>Sums that do not add up by a cent.</summary>
internal sealed class MoneyRisk : IRisk
{
    private const int MostTasks = 2;

    private static readonly string[] Money = Lexicon.Words("risks", "money");
    private static readonly RiskTemplate Entry = RiskTemplate.Of("rounding", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var columns = brief.Schema.Tables.SelectMany(t => t.Fact.Columns.Select(c => (Table: t.Fact.FullName, Column: c)))
            .Concat(brief.Schema.Columns.SelectMany(p => p.Columns.Select(c => (Table: p.Table.FullName, Column: c))))
            .Where(c => IsAmount(c.Column.Name, c.Column.Type))
            .Select(c => $"`{c.Table}.{c.Column.Name}`")
            .ToList();
        return columns.Count == 0 ? null : Entry.Raise(
            new Facts(Words.List(columns), columns.Count == 1, brief.Grounding.Types.FirstOrDefault(t => t.Name == "Money")?.Cited()),
            Ownership.Role(Specialist),
            draft.Tasks.Where(t => t.Tests.Count > 0).Select(t => t.Id).Take(MostTasks));
    }

    private static bool IsAmount(string column, string type) =>
        Sql.BaseName(type) is "numeric" or "decimal" or "money" && Words.Split(column).Any(w => Money.Contains(w, StringComparer.Ordinal));

    private sealed record Facts(string Columns, bool One, string? Type);
}
