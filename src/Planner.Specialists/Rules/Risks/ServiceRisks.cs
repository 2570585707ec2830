using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Risks;

/// <summary>The outside did it and we do not know, or the other way round.</summary>
internal sealed class OutsideRisk : IRisk
{
    public string Specialist => "service";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        if (brief.Choices.Option(ExternalCall.KeyName) is not { } option || ExternalCall.Outside(brief) is not { } type)
        {
            return null;
        }

        var outbox = option == ExternalCall.ByOutbox;
        return new Risk
        {
            Id = "outside",
            Title = outbox ? $"The worker calls `{type.Name}` twice for one message, and the other side acts twice." : $"`{type.Name}` acts and the request fails before its outcome is stored: both sides disagree.",
            Probability = Level.Medium,
            Impact = Level.High,
            Owner = Ownership.Role("service"),
            Mitigation = outbox ? "The message's id goes along as the key of the call, and the other side ignores a key it knows." : "The row is stored with an open state before the call and closed after it; the row's id goes along as the key of the call, so that repeating is harmless.",
            Tasks = [.. draft.Tasks.Where(t => t.Satisfies.Contains(brief.Choices.Id(ExternalCall.KeyName))).Select(t => t.Id)],
            Contingency = $"List rows whose state is open for more than an hour and compare them with the other side's record; settle them by hand.",
            Detection = outbox ? "Messages with more than three attempts, and the age of the oldest unsent one." : "Rows in an open state for more than fifteen minutes.",
        };
    }
}

/// <summary>Two callers move the same thing.</summary>
internal sealed class RaceRisk : IRisk
{
    private static readonly string[] Once = Lexicon.Words("risks", "once");

    public string Specialist => "service";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var criterion = brief.Claims.For("service").FirstOrDefault(c => Words.Any(c.Text, Once));
        return criterion is null || brief.IsDefect ? null : new Risk
        {
            Id = "race",
            Title = $"Two requests at once both pass the check of {criterion.Id} and both write.",
            Probability = Level.Medium,
            Impact = Level.High,
            Owner = Ownership.Role("service"),
            Mitigation = $"The row that {criterion.Id} is about is locked while it is checked and written{Lock(brief)}; where the database can hold the rule, a unique constraint does.",
            Tasks = [.. draft.Tasks.Where(t => t.Satisfies.Contains(criterion.Id)).Select(t => t.Id)],
            Contingency = "Find pairs of rows by a query on what must be unique, and undo the later one.",
            Detection = "A test with two callers at once; in production a daily query for such pairs.",
        };
    }

    private static string Lock(RuleContext brief)
    {
        var found = brief.Grounding.Types.Where(t => !brief.Files.IsTest(t.File)).SelectMany(t => t.Members.Select(m => (Type: t, Member: m))).FirstOrDefault(p => p.Member.Name.Contains("ForUpdate", StringComparison.Ordinal));
        return found.Member is null ? "" : $", as `{found.Type.Name}.{found.Member.Name}` ({found.Type.File}:{found.Member.Line}) does";
    }
}

/// <summary>Sums that do not add up by a cent.</summary>
internal sealed class MoneyRisk : IRisk
{
    private static readonly string[] Money = Lexicon.Words("risks", "money");

    public string Specialist => "service";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var columns = brief.Schema.Tables.SelectMany(t => t.Fact.Columns.Select(c => (Name: $"{t.Fact.FullName}.{c.Name}", Column: c)))
            .Concat(brief.Schema.Columns.SelectMany(p => p.Columns.Select(c => (Name: $"{p.Table.FullName}.{c.Name}", Column: c))))
            .Where(c => Sql.BaseName(c.Column.Type) is "numeric" or "decimal" or "money" && Words.Split(c.Column.Name).Any(w => Money.Contains(w, StringComparer.Ordinal)))
            .ToList();
        var type = brief.Grounding.Types.FirstOrDefault(t => t.Name == "Money");
        return columns.Count == 0 ? null : new Risk
        {
            Id = "rounding",
            Title = $"{Words.List(columns.Select(c => $"`{c.Name}`"))} {(columns.Count == 1 ? "differs" : "differ")} by a cent from what was charged, because parts are rounded one by one.",
            Probability = Level.Medium,
            Impact = Level.Medium,
            Owner = Ownership.Role("service"),
            Mitigation = $"Amounts are decimal throughout and rounded once, at the end{(type is null ? "" : $", through {type.Cited()}")}; a test adds up parts to the whole.",
            Tasks = [.. draft.Tasks.Where(t => t.Tests.Count > 0).Select(t => t.Id).Take(2)],
            Contingency = "List rows whose parts do not add up, and book the difference in a correcting row.",
            Detection = "A daily query compares the sum of parts with the whole.",
        };
    }
}

/// <summary>A change in a place that many others call.</summary>
internal sealed class CallersRisk : IRisk
{
    public string Specialist => "service";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var reach = draft.Services.Services.Where(s => s.Change == ChangeKind.Modify && s.UsedBy.Count >= (brief.IsDefect ? 1 : 3)).MaxBy(s => s.UsedBy.Count);
        return reach is null ? null : new Risk
        {
            Id = "callers",
            Title = $"The change in `{reach.Type}` also changes what {Words.List(reach.UsedBy.Take(5).Select(u => $"`{u}`"))} {(reach.UsedBy.Count == 1 ? "does" : "do")}.",
            Probability = Level.Low,
            Impact = Level.Medium,
            Owner = Ownership.Role("service"),
            Mitigation = $"Signatures stay; the tests of `{reach.Type}`{Tests(reach, brief)} run unchanged beside the new ones.",
            Tasks = [.. draft.Tasks.Where(t => t.Files.Any(f => f.Path == reach.File)).Select(t => t.Id)],
            Contingency = "Take the commit back; no data are changed by it.",
            Detection = "A test that passed before fails, or errors of these callers rise after the release.",
        };
    }

    private static string Tests(ServiceChange reach, RuleContext brief) =>
        brief.Grounding.Tests.FirstOrDefault(t => t.Subject == reach.Type) is { } test ? $" (`{test.File}`)" : "";
}

/// <summary>What is deleted cannot be brought back.</summary>
internal sealed class DeletionRisk : IRisk
{
    public string Specialist => "service";

    public Risk? Find(RuleContext brief, OpinionBuilder draft) => brief.Choices.Option("deletion") is null ? null : new Risk
    {
        Id = "deletion",
        Title = "Somebody deletes a row by mistake, or a row that others still refer to.",
        Probability = Level.Medium,
        Impact = Level.High,
        Owner = Ownership.Role("service"),
        Mitigation = "Deleting is refused while others refer to the row, and who deleted what is logged by id.",
        Tasks = [.. draft.Tasks.Where(t => t.Satisfies.Any(brief.Choices.Criteria("deletion").Contains)).Select(t => t.Id)],
        Contingency = "Bring the row back from the last backup by its id.",
        Detection = "The number of deletions per hour, and references that lead nowhere.",
    };
}
