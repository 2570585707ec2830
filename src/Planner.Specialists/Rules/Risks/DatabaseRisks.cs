using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Database;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Risks;

/// <summary>A script waits for a lock on a table in use, and everybody behind it.</summary>
internal sealed class MigrationLockRisk : IRisk
{
    private const string UsualLimit = "2 seconds";

    private static readonly RiskTemplate Entry = RiskTemplate.Of("lock", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var tables = Locked(brief.Schema).Distinct(StringComparer.Ordinal).ToList();
        return tables.Count == 0 ? null : Entry.Raise(
            new Facts(Words.List(tables.Select(t => $"`{t}`")), Figures.LockLimit(brief) ?? UsualLimit),
            Ownership.Role(Specialist),
            draft.Tasks.Where(t => t.Tables.Count > 0).Select(t => t.Id));
    }

    private static IEnumerable<string> Locked(SchemaPlan schema) => schema.Columns.Select(c => c.Table.FullName)
        .Concat(schema.Widened.Select(w => w.Table.FullName))
        .Concat(schema.Tables.SelectMany(t => t.Fact.ForeignKeys.Select(f => f.Table)));

    private sealed record Facts(string Tables, string Limit);
}

/// <summary>Going back drops rows that were written since.</summary>
internal sealed class RollbackLossRisk : IRisk
{
    private const int MostTasks = 3;

    private static readonly RiskTemplate Entry = RiskTemplate.Of("rollback-loss", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var lost = brief.Schema.Tables.Select(t => t.Fact.FullName)
            .Concat(brief.Schema.Columns.SelectMany(c => c.Columns.Select(n => $"{c.Table.FullName}.{n.Name}")))
            .ToList();
        return lost.Count == 0 ? null : Entry.Raise(
            new Facts(Words.List(lost.Select(l => $"`{l}`")), Words.List(lost.Select(l => $"`{l.Split('.')[0]}`").Distinct(StringComparer.Ordinal))),
            Ownership.Role(Specialist),
            draft.Tasks.Where(t => t.Files.Any(f => f.Change == ChangeKind.Add)).Select(t => t.Id).Take(MostTasks));
    }

    private sealed record Facts(string Lost, string Tables);
}

/// <summary>A new column nobody fills for old rows.</summary>
internal sealed class OpenColumnRisk : IRisk
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("old-rows", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var open = brief.Schema.Columns
            .SelectMany(c => c.Columns.Where(n => n.Default is null).Select(n => (Table: c.Table.FullName, Column: n.Name)))
            .ToList();
        return open.Count == 0 ? null : Entry.Raise(
            new Facts(Words.List(open.Select(o => $"`{o.Table}.{o.Column}`")), open[0].Table, open[0].Column),
            Ownership.Role(Specialist),
            draft.Tasks.Where(t => t.Tables.Any(n => open.Exists(o => o.Table == n))).Select(t => t.Id));
    }

    private sealed record Facts(string Columns, string Table, string Column);
}

/// <summary>What still reads a column finds it gone.</summary>
internal sealed class DroppedColumnRisk : IRisk
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("dropped-column", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var gone = Drops.Of(brief).Select(d => $"`{d.Table.FullName}.{d.Column.Name}`").ToList();
        var drops = draft.Schema.Migrations.Where(m => m.Irreversible is not null).Select(m => m.UpPath).ToList();
        return gone.Count == 0 ? null : Entry.Raise(
            new Facts(Words.List(gone)),
            Ownership.Role(Specialist),
            draft.Tasks.Where(t => t.Files.Any(f => drops.Contains(f.Path))).Select(t => t.Id));
    }

    private sealed record Facts(string Columns);
}
