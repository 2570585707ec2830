using System.Text.RegularExpressions;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>Why a specialist may not be sure: a question blocks its work, the review finds errors in it, or its evidence is nowhere to be found.</summary>
internal sealed partial class ConfidenceCaps(Plan plan, IReadOnlyList<Finding> earlier)
{
    private const int Sure = 8;

    private readonly KnownThings known = new(plan);
    private readonly Quotations said = new(plan);

    public IEnumerable<(string Code, string Message)> Of(Opinion opinion, ConfidenceEntry entry) => !entry.Applies || entry.Confidence < Sure
        ? []
        : Blocked(opinion)
            .Concat(Faulty(opinion))
            .Concat(Unverified(opinion, entry))
            .Select(reason => ("capped", $"{opinion.Specialist} claims {entry.Confidence} while {reason}."));

    private IEnumerable<string> Blocked(Opinion opinion)
    {
        var own = opinion.Questions.Select(q => q.Id).ToList();
        return plan.Questions.Where(q => q is { Blocking: true, Answer: null })
            .Where(q => q.Touches.Contains(opinion.Specialist, StringComparer.Ordinal) || own.Contains(q.Id, StringComparer.Ordinal))
            .Select(q => $"{q.Id} blocks it");
    }

    private IEnumerable<string> Faulty(Opinion opinion)
    {
        var errors = earlier.Where(f => f.Severity == Severity.Error && f.Specialist == opinion.Specialist)
            .Select(f => f.Code)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return errors.Count == 0 ? [] : [$"the review finds errors in its work: {string.Join(", ", errors)}"];
    }

    private IEnumerable<string> Unverified(Opinion opinion, ConfidenceEntry entry) =>
        entry.Evidence.Where(e => !string.IsNullOrWhiteSpace(e) && opinion.Servers?.Holds(e) != true && !IsFound(Line().Replace(e, "")))
            .Take(1)
            .Select(e => $"it rests on {e}, which was not found");

    /// <summary>A file, table or endpoint of today, or a name that the grounding holds.</summary>
    private bool IsFound(string reference) => known.HasPath(reference) || known.HasTable(reference) || known.IsPublished(reference) || said.Hold(reference);

    [GeneratedRegex(":[0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
