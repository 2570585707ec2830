using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>New endpoints on known resources: the service behind gets a member for each.</summary>
internal sealed class EndpointOperationsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var served = Concept.All(brief).Where(c => c.ServiceFile is not null).SelectMany(c => c.Endpoints(brief)).ToList();
        var groups = brief.Needs.Endpoints.Except(served)
            .Select(e => (Endpoint: e, Near: EndpointService.For(e, brief)))
            .Where(p => p.Near is not null)
            .GroupBy(p => p.Near!.Service!.Name, StringComparer.Ordinal);
        var left = Allocation.Of(brief).Endpoints.ToList();
        foreach (var group in groups)
        {
            Add(brief, draft, group.First().Near!, [.. group.Select(p => p.Endpoint)], left);
            left = [];
        }
    }

    private static void Add(
        RuleContext brief,
        OpinionBuilder draft,
        Neighbourhood near,
        List<NewEndpoint> endpoints,
        List<Planner.Core.Tickets.AcceptanceCriterion> criteria)
    {
        var service = near.Service!;
        var style = MethodStyle.Of(service, near.ServiceInterface);
        var members = endpoints.Select(e => Operations.Of(e, style, EndpointService.Result(near, e), brief)).ToList();
        var types = new[] { near.ServiceInterface, service }.OfType<TypeFact>().ToList();
        draft.Services = new ServiceDesign
        {
            Services = [
                .. draft.Services.Services,
                .. types.Select(t => new ServiceChange(t.Name, t.Kind, t.File, ChangeKind.Modify, members, [], Callers.Of(service, brief))),
            ],
            Rules = [.. draft.Services.Rules, .. criteria.Select(c => new BusinessRule(c.Text, c.Id, service.Name))],
        };
        var about = criteria.Count > 0
            ? [.. criteria.Select(c => c.Id)]
            : brief.Claims.About(SpecialistNames.Service, string.Join(' ', endpoints.Select(e => e.Route)));
        var task = draft.Do(brief, new Work(
            $"extend-{service.Name}",
            $"Let `{service.Name}` serve {Words.List(endpoints.Select(e => $"`{e.Text}`"))}",
            $"Beside what {service.Cited()} does today, with its errors and its transaction.",
            Efforts.For(types.Count, about.Count))
        {
            Satisfies = about,
            Paths = [.. types.Select(t => t.File)],
            Needs = [.. brief.Schema.Columns.Select(c => Resource.Table(c.Table.FullName))],
        });
        CriterionCoverage.Add(brief, draft, service.Name, criteria, task, TestFiles.Of(brief, service.Name, service.File));
        draft.Cite(service.Place());
        draft.Summary.Add($"extends `{service.Name}` for {Words.List(endpoints.Select(e => $"`{e.Text}`"))}");
    }
}
