using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Durability;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules;

/// <summary>
/// Thinks by rules alone: from what was found in the code and what the ticket says. Pure: the same consultation gives
/// the same opinion. What neither states is asked, and lowers the confidence.
/// </summary>
public sealed class RulesSpecialist : ISpecialist
{
    /// <summary>The <see cref="ISpecialist.Mode"/> of the rules.</summary>
    public const string ModeName = "rules";

    /// <inheritdoc />
    public string Mode => ModeName;

    /// <inheritdoc />
    public string PromptHash(SpecialistDefinition definition) => "";

    /// <inheritdoc />
    public Task<Opinion> Consult(Consultation consultation, StepCall call)
    {
        call.Cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Opine(consultation));
    }

    private static Opinion Opine(Consultation consultation)
    {
        var name = consultation.Definition.Name;
        if ((Area.Of(name) ?? Area.OfTeam(consultation.Definition)) is not { } area)
        {
            return Nothing(consultation, $"the rules know nothing of '{name}' and its file has no patterns; only a model can speak for it");
        }

        var brief = RuleContext.Of(consultation);
        if (area.Judges ? brief.IsDefect : !brief.Claims.Applying.Contains(name, StringComparer.Ordinal))
        {
            return Nothing(consultation, NotApplicableReasons.Reason(brief));
        }

        var draft = new OpinionBuilder(name);
        foreach (var rule in area.Rules)
        {
            rule.Apply(brief, draft);
        }

        if (area.Judges || draft.Tasks.Count > 0)
        {
            new PatternsRule().Apply(brief, draft);
        }

        return (area.Judges ? draft.IsEmpty : draft.Tasks.Count == 0)
            ? Nothing(consultation, NotApplicableReasons.Reason(brief))
            : Finished(consultation, brief, draft);
    }

    private static Opinion Finished(Consultation consultation, RuleContext brief, OpinionBuilder draft)
    {
        var (confidence, rationale) = ConfidenceRule.Rate(brief, draft);
        var summary = string.Join("; ", draft.Summary.Distinct(StringComparer.Ordinal));
        return new Opinion
        {
            Specialist = draft.Specialist,
            Round = consultation.Round,
            Applies = true,
            Confidence = confidence,
            Rationale = rationale,
            Evidence = draft.Evidence,
            Summary = summary.Length == 0 ? "" : char.ToUpperInvariant(summary[0]) + summary[1..] + ".",
            Gaps = draft.Gaps,
            Tasks = draft.Tasks,
            Tests = draft.Tests,
            Risks = draft.Risks,
            Decisions = draft.Decisions,
            Questions = draft.Questions,
            Designs = draft.Designs(),
        };
    }

    private static Opinion Nothing(Consultation consultation, string why) => new()
    {
        Specialist = consultation.Definition.Name,
        Round = consultation.Round,
        Applies = false,
        Confidence = 10,
        Rationale = $"nothing to do: {why}.",
    };
}
