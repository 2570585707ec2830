using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Database;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Risks;

/// <summary>A script waits for a lock on a table in use, and everybody behind it.</summary>
internal sealed class MigrationLockRisk : IRisk
{
    public string Specialist => "database";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var tables = brief.Schema.Columns.Select(c => c.Table.FullName).Concat(brief.Schema.Widened.Select(w => w.Table.FullName)).Concat(brief.Schema.Tables.SelectMany(t => t.Fact.ForeignKeys.Select(f => f.Table))).Distinct(StringComparer.Ordinal).ToList();
        return tables.Count == 0 ? null : new Risk
        {
            Id = "lock",
            Title = $"A migration queues for a lock on {Words.List(tables.Select(t => $"`{t}`"))} behind a long transaction, and every reader queues behind it.",
            Probability = Level.Low,
            Impact = Level.High,
            Owner = Ownership.Role("database"),
            Mitigation = $"Each script sets `lock_timeout` to {Figures.LockLimit(brief) ?? "2 seconds"} and is tried again; it runs outside the hour of the batch jobs.",
            Tasks = [.. draft.Tasks.Where(t => t.Tables.Count > 0).Select(t => t.Id)],
            Contingency = "Cancel the script; nothing of it remains, and the present version runs on without it.",
            Detection = "Sessions with `wait_event_type = 'Lock'` in `pg_stat_activity` while the script runs.",
        };
    }
}

/// <summary>Going back drops rows that were written since.</summary>
internal sealed class RollbackLossRisk : IRisk
{
    public string Specialist => "database";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var lost = brief.Schema.Tables.Select(t => t.Fact.FullName).Concat(brief.Schema.Columns.SelectMany(c => c.Columns.Select(n => $"{c.Table.FullName}.{n.Name}"))).ToList();
        return lost.Count == 0 ? null : new Risk
        {
            Id = "rollback-loss",
            Title = $"Rolling back after people have used it loses what stands in {Words.List(lost.Select(l => $"`{l}`"))}.",
            Probability = Level.Low,
            Impact = Level.High,
            Owner = Ownership.Role("database"),
            Mitigation = "The code is taken back first and the scripts stay; they are rolled back only after the rows have been copied away.",
            Tasks = [.. draft.Tasks.Where(t => t.Files.Any(f => f.Change == ChangeKind.Add)).Select(t => t.Id).Take(3)],
            Contingency = "Restore the copied rows after the script has been applied again; the keys fit because they were copied with them.",
            Detection = $"Count the rows of {Words.List(lost.Select(l => $"`{l.Split('.')[0]}`").Distinct(StringComparer.Ordinal))} before each step back; more than none means a copy is due.",
        };
    }
}

/// <summary>A new column nobody fills for old rows.</summary>
internal sealed class OpenColumnRisk : IRisk
{
    public string Specialist => "database";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var open = brief.Schema.Columns.SelectMany(c => c.Columns.Where(n => n.Default is null).Select(n => (c.Table, Column: n))).ToList();
        return open.Count == 0 ? null : new Risk
        {
            Id = "old-rows",
            Title = $"Rows from before the release have no {Words.List(open.Select(o => $"`{o.Table.FullName}.{o.Column.Name}`"))}, and readers take that for zero or \"no\".",
            Probability = Level.Medium,
            Impact = Level.Medium,
            Owner = Ownership.Role("database"),
            Mitigation = "Readers treat an empty value as unknown until the past is filled.",
            Tasks = [.. draft.Tasks.Where(t => t.Tables.Any(n => open.Exists(o => o.Table.FullName == n))).Select(t => t.Id)],
            Contingency = "Fill the rows from their source again; until then the column is left out of reports.",
            Detection = $"`SELECT count(*) FROM {open[0].Table.FullName} WHERE {open[0].Column.Name} IS NULL` does not fall.",
        };
    }
}

/// <summary>What still reads a column finds it gone.</summary>
internal sealed class DroppedColumnRisk : IRisk
{
    public string Specialist => "database";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var gone = Drops.Of(brief).Select(d => $"`{d.Table.FullName}.{d.Column.Name}`").ToList();
        return gone.Count == 0 ? null : new Risk
        {
            Id = "dropped-column",
            Title = $"Something that was not found, like a report or an older instance, still reads {Words.List(gone)} when it is dropped, and fails.",
            Probability = Level.Medium,
            Impact = Level.High,
            Owner = Ownership.Role("database"),
            Mitigation = "It is dropped last, in a release of its own, after a copy was made and a release has run everywhere that reads it no more.",
            Tasks = [.. draft.Tasks.Where(t => draft.Schema.Migrations.Any(m => m.Irreversible is not null && t.Files.Any(f => f.Path == m.UpPath))).Select(t => t.Id)],
            Contingency = "Run the script down and fill the column from the copy.",
            Detection = "Errors with SQLSTATE 42703 (undefined column) in the log of the database, from the minute of the release on.",
        };
    }
}
