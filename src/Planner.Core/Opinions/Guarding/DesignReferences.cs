namespace Planner.Core.Opinions.Guarding;

/// <summary>What designs and gaps refer to: criteria of the ticket, and questions, tests and risks that were kept.</summary>
internal static class DesignReferences
{
    public static Opinion Held(Opinion opinion, GuardFindings sieve)
    {
        var criteria = sieve.Context.Criteria.ToHashSet(StringComparer.Ordinal);
        return opinion with
        {
            Gaps = [.. opinion.Gaps.Select(g => g.Criterion is { } id && !criteria.Contains(id) ? g with { Criterion = null } : g)],
            Designs = [.. opinion.Designs.Select(d => Held(d, opinion, criteria))],
        };
    }

    private static Design Held(Design design, Opinion opinion, HashSet<string> criteria) => design.Match<Design>(
        schema => schema,
        pipelines => pipelines,
        services => services with { Rules = [.. services.Rules.Where(r => criteria.Contains(r.Criterion))] },
        api => api with { Endpoints = [.. api.Endpoints.Select(e => e with { Satisfies = Of(e.Satisfies, criteria) })] },
        frontend => frontend with { Views = [.. frontend.Views.Select(v => v with { Satisfies = Of(v.Satisfies, criteria) })] },
        performance => Held(performance, opinion));

    private static PerformanceDesign Held(PerformanceDesign design, Opinion opinion)
    {
        var ids = opinion.Questions.Select(q => q.Id)
            .Concat(opinion.Tests.Select(t => t.Id))
            .Concat(opinion.Risks.Select(r => r.Id))
            .ToHashSet(StringComparer.Ordinal);
        return design with
        {
            Targets = [.. design.Targets.Select(t => t with { Question = Kept(t.Question), SourceQuestion = Kept(t.SourceQuestion), Test = Kept(t.Test) })],
            HotPaths = [.. design.HotPaths.Select(h => h with { Risk = Kept(h.Risk), Question = Kept(h.Question) })],
        };

        string? Kept(string? id) => id is not null && OwnIds.Full(id, opinion.Specialist) is var full && ids.Contains(full) ? full : null;
    }

    private static List<string> Of(IReadOnlyList<string> satisfies, HashSet<string> criteria) => [.. satisfies.Where(criteria.Contains)];
}
