using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>A criterion that is open in a way that its wording shows: how the plan reads it is stated, and asked.</summary>
internal sealed partial class UnclearCriteriaRule : IRule
{
    private const int Most = 4;

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var criterion in brief.Claims.For(draft.Specialist).Where(_ => !brief.Consultation.Criteria.Derived).Take(Most))
        {
            if (OpenEnd().Match(criterion.Text) is { Success: true } open)
            {
                draft.Ask(
                    brief,
                    TopicKey.Of(TopicKind.Meaning, criterion.Id, "list"),
                    $"{criterion.Id} ends its list with \"{open.Value.Trim(' ', ',')}\": what else belongs to it?",
                    brief.Asker,
                    blocking: false,
                    "The list is read as complete: only what it names is built.");
            }

            if (Limit().Match(criterion.Text) is { Success: true } limit)
            {
                draft.Ask(
                    brief,
                    TopicKey.Of(TopicKind.Meaning, criterion.Id, "unit"),
                    $"{criterion.Id} says \"{limit.Groups["limit"].Value}\" without a unit: of what?",
                    brief.Asker,
                    blocking: false,
                    "The figure is read in the unit that the code uses at that place today.");
            }
        }
    }

    [GeneratedRegex(
        @"\betc\b\.?|\band so on\b|\band so forth\b|, ?(\.\.\.|…)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OpenEnd();

    [GeneratedRegex(
        @"\b(?<limit>(within|after|every|older than|longer than|for up to|timeout of) [0-9]+([.,][0-9]+)?)\s*([.,;:)]|\z)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Limit();
}
