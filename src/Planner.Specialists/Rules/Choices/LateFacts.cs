using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>A fact that changes a day already loaded: compute that day again, or book it when it becomes known.</summary>
internal sealed class LateFacts : IChoice
{
    public const string KeyName = "late-facts";

    private const int LongestQuote = 220;

    /// <summary>The day that a fact belongs to is computed again.</summary>
    public static readonly OptionKey ComputedAgain = OptionKey.Of("compute-again");

    /// <summary>The fact is booked on the day on which it became known.</summary>
    public static readonly OptionKey BookedWhenKnown = OptionKey.Of("book-when-known");

    private static readonly string[] Changing = Lexicon.Words("choices", "changing");
    private static readonly string[] Days = Lexicon.Words("choices", "days");
    private static readonly DecisionTemplate Entry = DecisionTemplate.Of(KeyName, typeof(Facts));

    public string Key => KeyName;

    public string Specialist => Entry.Specialist;

    public IReadOnlyList<string> Criteria(TicketContext brief) => [.. brief.Claims.For("etl").Select(c => c.Id)];

    public bool IsMeantBy(string sentence) => Words.Any(sentence, Days) && Words.Any(sentence, Changing);

    /// <summary>The criterion that says which day counts, or null.</summary>
    public static AcceptanceCriterion? StatedBy(TicketContext brief) =>
        brief.Claims.For("etl").FirstOrDefault(c => Words.Any(c.Text, Days));

    public Decision? Propose(TicketContext brief)
    {
        var job = brief.Needs.Jobs.Count > 0 ? Pipeline.Of(brief.Needs.Jobs[0], brief) : null;
        var dated = job?.Targets.FirstOrDefault(t => t.Columns.Any(c => IsDay(c, t)));
        if (job is null || dated is null || StatedBy(brief) is not null || !Words.Any(brief.Text, Changing))
        {
            return null;
        }

        var day = dated.Columns.First(c => Sql.BaseName(c.Type) == "date").Name;
        var open = OpenSentences.Sentences(brief).FirstOrDefault(IsMeantBy);
        var facts = new Facts(
            dated.FullName,
            day,
            open is null ? null : Words.Short(open, LongestQuote),
            job.Job.Name,
            job.Job.Place(),
            string.Join(", ", dated.PrimaryKey),
            job.Part("Extract", "Reader", "Query")?.Name ?? job.Job.Name);
        return Entry.Propose(
            facts,
            TopicKey.Of(TopicKind.Lateness, dated.FullName, day),
            [Entry.Option(facts, "A", ComputedAgain), Entry.Option(facts, "B", BookedWhenKnown)],
            recommended: "A");
    }

    private static bool IsDay(ColumnFact column, TableFact table) =>
        Sql.BaseName(column.Type) == "date" && table.PrimaryKey.Contains(column.Name, StringComparer.Ordinal);

    private sealed record Facts(string Table, string Day, string? Open, string Job, string JobPlace, string Key, string Reader);
}
