using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Risks;

/// <summary>A caller reaches somebody else's row by its id.</summary>
internal sealed class ForeignRowRisk : IRisk
{
    public string Specialist => "api";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var open = draft.Api.Endpoints.Where(e => e.Change == ChangeKind.Add && e.Route.Contains('{')).ToList();
        return open.Count == 0 ? null : new Risk
        {
            Id = "foreign-row",
            Title = $"A signed-in caller reads or changes somebody else's data by trying ids on {Words.List(open.Select(e => $"`{e.Method} {e.Route}`"))}.",
            Probability = Level.Medium,
            Impact = Level.High,
            Owner = Ownership.Role("api"),
            Mitigation = "The id in the route is checked against the caller before anything is read or written; each endpoint has a test with a stranger.",
            Tasks = [.. draft.Tasks.Where(t => t.Endpoints.Any(n => open.Exists(e => n == $"{e.Method} {e.Route}"))).Select(t => t.Id)],
            Contingency = "Switch the endpoint off, read from the access log which ids were reached by whom, and tell those concerned.",
            Detection = "Many 403 or 404 answers for one caller within a minute.",
        };
    }
}

/// <summary>Callers of today do not understand the answer of tomorrow.</summary>
internal sealed class ContractRisk : IRisk
{
    public string Specialist => "api";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var changed = draft.Api.Endpoints.Where(e => e.Change == ChangeKind.Modify).ToList();
        return changed.Count == 0 ? null : new Risk
        {
            Id = "contract",
            Title = $"Callers of {Words.List(changed.Select(e => $"`{e.Method} {e.Route}`"))} break on the changed answer.",
            Probability = Level.Low,
            Impact = Level.High,
            Owner = Ownership.Role("api"),
            Mitigation = "Fields are only added, never renamed, removed or given another meaning; the present tests of the endpoint run unchanged.",
            Tasks = [.. draft.Tasks.Where(t => t.Endpoints.Any(n => changed.Exists(e => n == $"{e.Method} {e.Route}"))).Select(t => t.Id)],
            Contingency = "Take the handler back; the new fields are optional for the service.",
            Detection = "Client errors of these routes rise after the release.",
        };
    }
}
