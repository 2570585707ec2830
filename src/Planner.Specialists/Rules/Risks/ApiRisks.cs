using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Risks;

/// <summary>A caller reaches somebody else's row by its id.</summary>
internal sealed class ForeignRowRisk : IRisk
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("foreign-row", typeof(EndpointFacts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var open = draft.Api.Endpoints.Where(e => e.Change == ChangeKind.Add && e.Route.Contains('{')).ToList();
        return open.Count == 0 ? null : Entry.Raise(EndpointFacts.Of(open), Ownership.Role(Specialist), EndpointFacts.Tasks(draft, open));
    }
}

/// <summary>Callers of today do not understand the answer of tomorrow.</summary>
internal sealed class ContractRisk : IRisk
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("contract", typeof(EndpointFacts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var changed = draft.Api.Endpoints.Where(e => e.Change == ChangeKind.Modify).ToList();
        return changed.Count == 0 ? null : Entry.Raise(EndpointFacts.Of(changed), Ownership.Role(Specialist), EndpointFacts.Tasks(draft, changed));
    }
}

/// <summary>Endpoints that a risk is about.</summary>
internal sealed record EndpointFacts(string Endpoints)
{
    public static EndpointFacts Of(IEnumerable<EndpointChange> endpoints) => new(Words.List(endpoints.Select(e => $"`{e.Method} {e.Route}`")));

    /// <summary>Tasks that make or change one of them.</summary>
    public static IEnumerable<string> Tasks(OpinionBuilder draft, IReadOnlyList<EndpointChange> endpoints) =>
        draft.Tasks.Where(t => t.Endpoints.Any(n => endpoints.Any(e => n == $"{e.Method} {e.Route}"))).Select(t => t.Id);
}
