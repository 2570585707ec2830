using System.Globalization;
using Planner.Core.Artifacts.Changes;
using Planner.Core.Artifacts.Markdown;
using Planner.Core.Artifacts.Records;
using Planner.Core.Conversation.Comments;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;

namespace Planner.Core.Planning.Replanning;

/// <summary>What the ticket's comment says of a run that follows another: why there is a new version, and what changed, in a few lines.</summary>
internal static class ReplanningNote
{
    private const int MostNamed = 5;

    public static FollowNote Of(ReplanningCause cause, Plan plan, TicketDossier dossier, PlanChanges? changes) =>
        new(Why(cause, plan, dossier), changes is null ? [] : [.. Lines(changes)], changes?.Before.Version);

    private static string Why(ReplanningCause cause, Plan plan, TicketDossier dossier) => cause switch
    {
        ReplanningCause.LateAnswer late => plan.Decisions.FirstOrDefault(d => d.Decision.Id == late.Id) is { } settled
            ? $"{late.Id} ({settled.Decision.Title}): option {settled.Option}, decided by {settled.DecidedBy} after the deadline."
            : $"{late.Id} was answered after the plan was made.",
        ReplanningCause.Refinement refinement => $"{refinement.By} asks for more: {dossier.Instructions?.LastOrDefault(i => i.By == refinement.By)?.Text}",
        ReplanningCause.ChangedTicket => "The ticket says something else than when it was planned.",
        _ => throw new InvalidOperationException("A run follows another for three causes."),
    };

    private static IEnumerable<string> Lines(PlanChanges changes)
    {
        var lines = new[] { Criteria(changes), Decisions(changes), Tasks(changes), Hours(changes), Risks(changes), Questions(changes), Confidence(changes) }
            .OfType<string>()
            .ToList();
        return lines.Count > 0 ? lines : ["Nothing in the plan changes with it."];
    }

    private static string? Criteria(PlanChanges changes) => Counted("Criteria",
        (changes.Criteria.Added.Select(c => c.Id), "new"), (changes.Reworded.Select(c => c.After.Id), "reworded"),
        (changes.Criteria.Removed.Select(c => $"{c.Id} of before"), "gone"));

    private static string? Decisions(PlanChanges changes) => Listed("Decisions", changes.Moved
        .Select(m => $"{m.After.Id} {Stand(m.Before)} → {Stand(m.After)}")
        .Concat(changes.Decisions.Added.Select(d => $"{d.Id} is new ({Stand(d)})"))
        .Concat(changes.Decisions.Removed.Select(d => $"{d.Id} of before is gone")));

    private static string? Tasks(PlanChanges changes) => Counted("Tasks",
        (changes.Tasks.Added.Select(t => t.Id), "new"), (changes.Changed.Select(c => c.After.Id), "changed"),
        (changes.Tasks.Removed.Select(t => $"{t.Id} of before"), "gone"));

    private static string? Hours(PlanChanges changes) =>
        (Likely(changes.Before), Likely(changes.After)) is var (before, after) && before != after ? $"Likely hours: {before} → {after}" : null;

    private static string? Risks(PlanChanges changes) => Counted("Risks",
        (changes.Risks.Added.Select(r => r.Id), "new"), (changes.Rated.Select(p => p.After.Id), "rated otherwise"),
        (changes.Risks.Removed.Select(r => $"{r.Id} of before"), "gone"));

    private static string? Questions(PlanChanges changes) => Counted("Questions",
        (changes.Questions.Added.Select(q => q.Id), "new"), (changes.Answered.Select(q => q.Id), "answered"),
        (changes.Questions.Removed.Select(q => $"{q.Id} of before"), "gone"));

    private static string? Confidence(PlanChanges changes) =>
        Listed("Confidence", changes.Confidence.Select(c => $"{c.Specialist} {Score(c.Before)} → {Score(c.After)}"));

    private static string? Counted(string title, params (IEnumerable<string> Ids, string Word)[] kinds) =>
        Listed(title, kinds.Select(k => (Ids: k.Ids.ToList(), k.Word))
            .Where(k => k.Ids.Count > 0)
            .Select(k => $"{k.Ids.Count.ToString(CultureInfo.InvariantCulture)} {k.Word} ({Named(k.Ids)})"));

    private static string? Listed(string title, IEnumerable<string> parts) => parts.ToList() is { Count: > 0 } all
        ? $"{title}: {string.Join(", ", all.Take(MostNamed))}{(all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "")}"
        : null;

    private static string Named(List<string> ids) => string.Join(", ", ids.Take(MostNamed)) + (ids.Count > MostNamed ? ", …" : "");

    private static string Stand(DecisionEntry decision) =>
        decision.Option is null ? StatusWords.Of(decision.Status) : $"{StatusWords.Of(decision.Status)} {decision.Option}";

    private static string Likely(PlanRecords records) =>
        records.Tasks.Tasks.Where(t => !t.Contingent).Sum(t => t.EffortHours.Likely).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Score(int? confidence) => confidence?.ToString(CultureInfo.InvariantCulture) ?? "nothing to do";
}
