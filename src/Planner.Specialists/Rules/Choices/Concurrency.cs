using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Two callers who move the same row at once, in a code base that shows no way to handle it.</summary>
internal sealed class Concurrency : IChoice
{
    private static readonly string[] Locks = Lexicon.Words("choices", "locks");
    private static readonly string[] Moves = Lexicon.Words("choices", "moves");

    public string Key => "concurrency";

    public string Specialist => "service";

    public IReadOnlyList<string> Criteria(TicketContext brief) => [.. brief.Claims.For("service").Where(c => Words.Any(c.Text, Moves)).Select(c => c.Id)];

    public bool IsMeantBy(string sentence) => Words.Any(sentence, "lock", "optimistic", "pessimistic", "row version");

    public Decision? Propose(TicketContext brief)
    {
        var table = Moved(brief);
        var writes = brief.Needs.Endpoints.Any(e => e.Method is not "GET");
        var known = brief.Grounding.Types.Any(t => t.Members.Any(m => Locks.Any(l => m.Name.Contains(l, StringComparison.OrdinalIgnoreCase))));
        if (table is null || !writes || known || Criteria(brief).Count == 0)
        {
            return null;
        }

        var repository = Neighbourhood.Of(brief, table.Entity()).Repository;
        var reader = repository is null ? "the code that reads it" : repository.Cited();
        return new Decision
        {
            Id = "service/decide-concurrency",
            Key = TopicKey.Of(TopicKind.Concurrency, table.FullName),
            Category = "Data",
            Title = $"What happens when two callers move the same row of `{table.FullName}` at once?",
            Context = $"{Words.List(Criteria(brief))} moves a row from one state to another, and no member of the scanned types locks a row or checks its version.",
            Options =
            [
                new DecisionOption("A", $"Lock the row of `{table.FullName}` while it is moved", ["The second caller waits and then sees the new state.", $"One query in {reader} changes; no new column."], ["A long transaction makes others wait.", "It needs a transaction around reading and writing."], "One query", Reversibility.Easy) { Key = OptionKey.Of("row-lock"), BestFor = "Short transactions.", Keywords = ["row lock"], MigrationPath = "Read with `FOR UPDATE` instead of comparing the version." },
                new DecisionOption("B", $"Give `{table.FullName}` a version and refuse a stale write", ["Nobody waits.", "The caller learns that the row changed."], ["One more column, and every writer must compare it.", "Callers must read again and repeat."], "One column, all writers", Reversibility.Medium) { Key = OptionKey.Of("row-version"), BestFor = "Forms that stay open for minutes.", Keywords = ["stale write"], MigrationPath = "Add the version column with a default, then compare it in each writer." },
            ],
            Recommendation = "A",
            Rationale = "It needs no new column and can be changed in one place.",
            Impact = "How the service reads the row before it moves it.",
            Weight = 6,
            Reversibility = Reversibility.Easy,
            ReviewTrigger = "Waiting for locks shows in the database's statistics.",
            Touches = ["service", "database"],
        };
    }

    private static TableFact? Moved(TicketContext brief) =>
        brief.Schema.Tables.Select(t => t.Fact).Concat(brief.Needs.KnownTables).FirstOrDefault(t => t.Columns.Any(c => c.Name is "status" or "state"));
}
