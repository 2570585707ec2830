using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>A fact that changes a day already loaded: compute that day again, or book it when it becomes known.</summary>
internal sealed class LateFacts : IChoice
{
    public const string KeyName = "late-facts";

    /// <summary>The day that a fact belongs to is computed again.</summary>
    public static readonly OptionKey ComputedAgain = OptionKey.Of("compute-again");

    /// <summary>The fact is booked on the day on which it became known.</summary>
    public static readonly OptionKey BookedWhenKnown = OptionKey.Of("book-when-known");

    private static readonly string[] Changing = Lexicon.Words("choices", "changing");
    private static readonly string[] Days = Lexicon.Words("choices", "days");

    public string Key => KeyName;

    public string Specialist => "etl";

    public IReadOnlyList<string> Criteria(TicketContext brief) => [.. brief.Claims.For("etl").Select(c => c.Id)];

    public bool IsMeantBy(string sentence) => Words.Any(sentence, Days) && Words.Any(sentence, Changing);

    /// <summary>The criterion that says which day counts, or null.</summary>
    public static AcceptanceCriterion? StatedBy(TicketContext brief) => brief.Claims.For("etl").FirstOrDefault(c => Words.Any(c.Text, Days));

    public Decision? Propose(TicketContext brief)
    {
        var job = brief.Needs.Jobs.Count > 0 ? Pipeline.Of(brief.Needs.Jobs[0], brief) : null;
        var dated = job?.Targets.FirstOrDefault(t => t.Columns.Any(c => Sql.BaseName(c.Type) == "date" && t.PrimaryKey.Contains(c.Name, StringComparer.Ordinal)));
        if (job is null || dated is null || StatedBy(brief) is not null || !Words.Any(brief.Text, Changing))
        {
            return null;
        }

        var day = dated.Columns.First(c => Sql.BaseName(c.Type) == "date").Name;
        var open = OpenSentences.Sentences(brief).FirstOrDefault(IsMeantBy);
        return new Decision
        {
            Id = $"etl/decide-{KeyName}",
            Key = TopicKey.Of(TopicKind.Lateness, dated.FullName, day),
            Category = "Data",
            Title = $"Which `{day}` of `{dated.FullName}` changes when facts of a loaded day change?",
            Context = (open is null ? "" : $"The ticket leaves it open: \"{Words.Short(open, 220)}\" ") + $"`{job.Job.Name}` ({job.Job.Place()}) has loaded the day by then; rows are keyed by ({string.Join(", ", dated.PrimaryKey)}).",
            Options = [Again(job, dated.FullName, day), Booked(job, dated.FullName, day)],
            Recommendation = "A",
            Rationale = $"`{dated.FullName}` then always says what is true of a `{day}`, and the reconciliation against the sources comes out at zero.",
            Impact = $"What `{job.Job.Name}` reads on each run, and whether published days may change.",
            Weight = 8,
            Reversibility = Reversibility.Medium,
            ReviewTrigger = $"Somebody who reads `{dated.FullName}` needs published days to stay as they were.",
            Touches = ["etl"],
        };
    }

    private static DecisionOption Again(Pipeline job, string target, string day) => new("A", $"Compute the affected `{day}` again",
        [$"`{target}` agrees with its sources for every day.", "The upsert by key that the job needs anyway makes it harmless to repeat."],
        ["A day that was published changes later; who copied it must read it again.", $"`{job.Job.Name}` reads whole days, not only rows behind its watermark."],
        $"A wider read in `{(job.Part("Extract", "Reader", "Query")?.Name ?? job.Job.Name)}`", Reversibility.Easy)
    {
        Key = ComputedAgain,
        BestFor = "Reports that must be true of the day they name.",
        Keywords = ["computed again"],
        MigrationPath = $"Load `{target}` again from the first affected day with the wider read.",
    };

    private static DecisionOption Booked(Pipeline job, string target, string day) => new("B", $"Book it on the `{day}` it became known",
        ["A published day never changes.", $"`{job.Job.Name}` goes on reading only what is behind its watermark."],
        [$"A `{day}` in `{target}` no longer tells what became of its own facts.", "Sums can fall below zero on a day with more corrections than facts; checks of the target must allow that."],
        "No wider read; checks of the target to look at", Reversibility.Medium)
    {
        Key = BookedWhenKnown,
        BestFor = "Books that are closed by the day.",
        Keywords = ["booked on the day it became known"],
        MigrationPath = $"Empty and load `{target}` again from the sources; days booked before lose their shape.",
    };
}
