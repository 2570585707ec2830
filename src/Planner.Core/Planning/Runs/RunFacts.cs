using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Durability;

namespace Planner.Core.Planning.Runs;

/// <summary>What a run knows about itself when it writes.</summary>
internal sealed record RunFacts(
    RunScope Scope,
    string StoryVersion,
    string Verdict,
    IReadOnlyDictionary<string, string> Inputs,
    IReadOnlyDictionary<string, string> Overrides)
{
    /// <summary>Who thought, and what it took.</summary>
    public LedgerTotal Ledger { get; init; } = LedgerTotal.Rules;

    /// <summary>What every artifact says that the plan could not take into account.</summary>
    public IReadOnlyList<string> Limitations { get; init; } = [];

    /// <summary>Of a run that has a plan.</summary>
    public static RunFacts Of(Plan plan, RunScope scope, string storyVersion, string verdict, IReadOnlyDictionary<string, string> overrides) =>
        new(scope, storyVersion, verdict, RunInputs.Of(plan), overrides) { Ledger = plan.Ledger, Limitations = plan.StatedEverywhere };

    public ManifestFacts Manifest(StepCall call, int version, DateTimeOffset? sourceDate) => new()
    {
        RunId = call.RunId,
        Ticket = Scope.Ticket,
        Version = version,
        CreatedAt = sourceDate ?? call.Now,
        StoryVersion = StoryVersion,
        Verdict = Verdict,
        Inputs = Inputs,
        Overrides = Overrides,
        Models = Ledger.Models,
        Tokens = new TokenCount(Ledger.InputTokens, Ledger.OutputTokens),
        CostUsd = Ledger.CostUsd,
        ModelCalls = ModelCallRecord.Of(Ledger.By),
        Limitations = Limitations,
    };
}
