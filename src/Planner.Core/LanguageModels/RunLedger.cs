namespace Planner.Core.LanguageModels;

/// <summary>What calls took, and which run paid for them.</summary>
public sealed record RunLedger(string RunId, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>What a run paid of it: nothing where another one did.</summary>
    public IReadOnlyList<LedgerEntry> Of(string runId) => RunId == runId ? Entries : [];
}
