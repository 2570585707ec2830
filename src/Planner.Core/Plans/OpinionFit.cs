using Planner.Core.Decisions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Opinions.Caps;
using Planner.Core.Opinions.Guarding;

namespace Planner.Core.Plans;

/// <summary>
/// Makes opinions fit each other before they become one plan: ids are given once, references lead somewhere, needs become
/// dependencies, and nobody waits in a circle. What does not fit is left out, with a finding that costs its author confidence.
/// </summary>
internal sealed class OpinionFit
{
    private readonly PlanInputs inputs;
    private readonly Dictionary<string, List<OpinionFinding>> findings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Gap>> gaps = new(StringComparer.Ordinal);
    private readonly List<TaskLink> links = [];

    private OpinionFit(PlanInputs inputs) => this.inputs = inputs;

    /// <summary>The inputs as they fit, with the links that needs make between stories.</summary>
    public static (PlanInputs Inputs, IReadOnlyList<TaskLink> Links) Of(PlanInputs inputs, Agenda agenda) => new OpinionFit(inputs).Fit(agenda);

    private (PlanInputs, IReadOnlyList<TaskLink>) Fit(Agenda agenda)
    {
        var speaking = FittedIds.Once(inputs.Opinions, Find);
        speaking = FittedReferences.Held(speaking, agenda, inputs.Criteria, Find);
        speaking = FittedFiles.AddedOnce(speaking);
        speaking = new FittedNeeds(speaking, inputs.Grounding, Find, Miss, links.Add).Linked();
        var held = Owned([.. speaking.Select(Held)]);
        return (inputs with
        {
            Opinions = held,
            Rounds = held.ToDictionary(o => o.Specialist, Rounds, StringComparer.Ordinal),
            Limitations = [.. inputs.Limitations.Concat(held.SelectMany(Told)).Distinct(StringComparer.Ordinal)],
        }, links);
    }

    private void Find(string specialist, OpinionFinding finding)
    {
        var own = Of(findings, specialist);
        if (!own.Contains(finding))
        {
            own.Add(finding);
        }
    }

    private void Miss(string specialist, Gap gap)
    {
        var own = Of(gaps, specialist);
        if (!own.Exists(g => g.Subject == gap.Subject))
        {
            own.Add(gap);
        }
    }

    private Opinion Held(Opinion opinion) =>
        OpinionGuard.Hold(opinion with { Gaps = [.. opinion.Gaps, .. Of(gaps, opinion.Specialist)] }, Of(findings, opinion.Specialist));

    private IReadOnlyList<Opinion> Owned(IReadOnlyList<Opinion> opinions) => inputs.Grounding.Reading is null
        ? opinions
        : OmittedFilesCap.Held(opinions, [.. inputs.Criteria.Items.Select(c => c.Id)], [.. inputs.Grounding.Files.Select(f => f.Path)]);

    /// <summary>Rounds end at the confidence that the opinion was left with.</summary>
    private IReadOnlyList<int> Rounds(Opinion opinion) =>
        inputs.Rounds.TryGetValue(opinion.Specialist, out var rounds) && rounds.Count > 0 ? [.. rounds.SkipLast(1), opinion.Confidence] : [opinion.Confidence];

    private static IEnumerable<string> Told(Opinion opinion) =>
        opinion.Findings.Select(f => f.Fault == OpinionFault.Instruction
            ? f.Message
            : $"The opinion of the {opinion.Specialist} specialist did not fit in one place. {f.Message}");

    private static List<T> Of<T>(Dictionary<string, List<T>> lists, string name) => lists.TryGetValue(name, out var list) ? list : lists[name] = [];
}
