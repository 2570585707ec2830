using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Security;

/// <summary>A type that leaves the process learns something new: its credential needs a new right, no more.</summary>
internal sealed class CredentialsRule : IRule
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("credential", typeof(Facts));

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var outside = brief.Earlier.Services.FirstOrDefault(s => Outside.Is(s.Type)
            && s.Change == ChangeKind.Modify
            && s.Members.Count > 0
            && Settings(s, brief) is not null);
        if (outside is null)
        {
            return;
        }

        var settings = Settings(outside, brief)!;
        var member = Member(outside.Members[0].Signature);
        draft.Cite(settings);
        draft.Raise(
            Entry.Key,
            Entry.Raise(new Facts(settings, outside.Type, member), Ownership.Role(draft.Specialist), brief.Earlier.Changing(outside.File)));
        draft.Summary.Add($"has the credential of `{outside.Type}` checked for `{member}`");
    }

    private static string? Settings(ServiceChange outside, RuleContext brief) => brief.Grounding.Inventory.Paths.FirstOrDefault(p =>
        (p.EndsWith("Options.cs", StringComparison.Ordinal) || p.EndsWith("Settings.cs", StringComparison.Ordinal))
        && !brief.Files.IsTest(p) && Words.Overlap(PathParts.Name(p), outside.Type) > 1);

    private static string Member(string signature) => signature.Split('(')[0].Split(' ')[^1];

    private sealed record Facts(string Settings, string Type, string Member);
}
