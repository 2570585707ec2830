using Planner.Core.Grounding;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Drafting;

/// <summary>Names in the ticket that nothing in the code answers to: a gap to look into, and a question to the reporter.</summary>
internal sealed class UnresolvedRule : IRule
{
    public void Apply(Brief brief, Draft draft)
    {
        foreach (var mention in brief.Needs.Unresolved.Where(m => Owner(m.Kind, brief) == draft.Specialist))
        {
            var question = $"The ticket names `{mention.Text}`, which the code base does not have: what is meant?";
            draft.Ask(brief, $"name-{mention.Text}", question, brief.Asker, blocking: false, $"`{mention.Text}` is a name for something that the other criteria describe.", draft.Specialist);
            if (brief.Answer(question) is null)
            {
                draft.Miss(brief, mention.Text, $"`{mention.Text}` looks like the name of a {Kind(mention.Kind)} and was not found.");
            }
        }
    }

    private static string Owner(MentionKind kind, Brief brief)
    {
        var owner = kind switch
        {
            MentionKind.Table or MentionKind.Column => "database",
            MentionKind.Endpoint => "api",
            _ => "service",
        };
        return brief.Claims.Applying.Contains(owner) ? owner : brief.Claims.Applying.Contains("service") ? "service" : brief.Claims.Applying[0];
    }

    private static string Kind(MentionKind kind) => kind == MentionKind.Unknown ? "part of the system" : kind.ToString().ToLowerInvariant();
}
