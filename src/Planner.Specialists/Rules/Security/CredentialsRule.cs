using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Security;

/// <summary>A type that leaves the process learns something new: its credential needs a new right, no more.</summary>
internal sealed class CredentialsRule : IRule
{
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
        draft.Raise("credential", new Risk
        {
            Id = "",
            Title = $"The credential that `{settings}` holds is refused when `{outside.Type}.{member}` first uses it, or is given more rights than that.",
            Probability = Level.Medium,
            Impact = Level.High,
            Owner = Ownership.Role(draft.Specialist),
            Mitigation =
                $"In each environment the credential gets the one right that `{member}` needs before the code is released; its value stays out of settings "
                    + $"files, logs and errors.",
            Tasks = brief.Earlier.Changing(outside.File),
            Contingency = "Revoke it at the other side and put a new one into the configuration; nothing of it is stored elsewhere.",
            Detection = $"A first `{member}` against the other side's test system answers 401 or 403; a search of the logs for the value finds it.",
        });
        draft.Summary.Add($"has the credential of `{outside.Type}` checked for `{member}`");
    }

    private static string? Settings(ServiceChange outside, RuleContext brief) => brief.Grounding.Inventory.Paths.FirstOrDefault(p =>
        (p.EndsWith("Options.cs", StringComparison.Ordinal) || p.EndsWith("Settings.cs", StringComparison.Ordinal))
        && !brief.Files.IsTest(p) && Words.Overlap(Files.Name(p), outside.Type) > 1);

    private static string Member(string signature) => signature.Split('(')[0].Split(' ')[^1];
}
