using Planner.Core.Artifacts.Records;
using Planner.Durability;

namespace Planner.Core.Planning;

/// <summary>What a run knows about itself when it writes.</summary>
internal sealed record RunFacts(
    RunScope Scope,
    string StoryVersion,
    string Verdict,
    IReadOnlyDictionary<string, string> Inputs,
    IReadOnlyDictionary<string, string> Overrides)
{
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
    };
}
