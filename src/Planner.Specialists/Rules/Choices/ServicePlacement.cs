using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Whether a new thing gets a service of its own or new members on its parent's.</summary>
internal sealed class ServicePlacement : IChoice
{
    public const string KeyName = "service-home";

    /// <summary>A new service.</summary>
    public static readonly OptionKey OwnService = OptionKey.Of("own-service");

    /// <summary>New members of the one that is there.</summary>
    public static readonly OptionKey ExtendedService = OptionKey.Of("extended-service");

    private const int MostDependencies = 6;

    private static readonly DecisionTemplate Entry = DecisionTemplate.Of(KeyName, typeof(Facts));

    public string Key => KeyName;

    public string Specialist => Entry.Specialist;

    public IReadOnlyList<string> Criteria(TicketContext brief) => [.. brief.Claims.For("service").Select(c => c.Id)];

    public bool IsMeantBy(string sentence) => Words.Any(sentence, "own service", "separate service", "new service", "existing service");

    /// <summary>The new table and the service of the table it hangs on, where both are there.</summary>
    public static (PlannedTable Table, TypeFact Service)? Pair(TicketContext brief)
    {
        var found = brief.Schema.Tables
            .SelectMany(t => t.Fact.ForeignKeys.Select(f => (Table: t, Parent: brief.Grounding.Tables.First(k => k.FullName == f.Table))))
            .Select(p => (p.Table, Service: Neighbourhood.Of(brief, p.Parent.Entity()).Service))
            .FirstOrDefault(p => p.Service is not null);
        return found.Service is null ? null : (found.Table, found.Service);
    }

    public Decision? Propose(TicketContext brief)
    {
        if (Pair(brief) is not { } pair
            || brief.Needs.Types.Any(t => t.EndsWith("Service", StringComparison.Ordinal))
            || StatedChoices.Of(brief).Any(s => IsMeantBy(s.Text)))
        {
            return null;
        }

        var facts = FactsOf(brief, pair.Table.Fact, pair.Service);
        return Entry.Propose(
            facts,
            TopicKey.Of(TopicKind.Placement, facts.Table, facts.Service),
            Sketch.Telling([
                Entry.Option(facts, "A", OwnService) with { Sketch = OwnSketch(brief, facts.Own, pair) },
                Entry.Option(facts, "B", ExtendedService) with { Sketch = ExtendSketch(brief, pair) },
            ]),
            recommended: facts.Large ? "A" : "B");
    }

    private static Facts FactsOf(TicketContext brief, TableFact planned, TypeFact service)
    {
        var members = service.Members.Count(m => m.Kind is "method");
        var criteria = brief.Claims.For("service");
        var isTold = NamedParts.Tells(brief, service);
        return new(
            planned.FullName,
            service.Name,
            service.Cited(),
            planned.Entity() + "Service",
            members,
            members == 1,
            Words.List(Dependencies(service).Take(MostDependencies).Select(d => $"`{d}`")),
            Words.Ids(criteria.Select(c => c.Id)),
            criteria.Count,
            isTold,
            !isTold && (members >= 4 || criteria.Count >= 3));
    }

    private static Sketch OwnSketch(TicketContext brief, string own, (PlannedTable Table, TypeFact Service) pair)
    {
        var made = new SketchPart(own, PartKind.Type, IsNew: true);
        return new([
            .. Parts.Chain((Parts.WritingEndpoint(brief), ""), (made, "calls"), (Parts.Table(pair.Table.Fact.FullName, brief), "writes")),
            .. Parts.Chain((made, ""), (pair.Service.Part(), "asks for the parent"), (Parts.Table(Parent(brief, pair), brief), "reads")),
        ]);
    }

    private static Sketch ExtendSketch(TicketContext brief, (PlannedTable Table, TypeFact Service) pair) => new([
        .. Parts.Chain((Parts.WritingEndpoint(brief), ""), (pair.Service.Part(), "calls"), (Parts.Table(pair.Table.Fact.FullName, brief), "writes")),
        .. Parts.Chain((pair.Service.Part(), ""), (Parts.Table(Parent(brief, pair), brief), "reads")),
    ]);

    /// <summary>The table that the new one hangs on and whose rows the service keeps.</summary>
    private static string Parent(TicketContext brief, (PlannedTable Table, TypeFact Service) pair) => pair.Table.Fact.ForeignKeys
        .Select(f => brief.Grounding.Tables.First(k => k.FullName == f.Table))
        .First(p => Neighbourhood.Of(brief, p.Entity()).Service == pair.Service).FullName;

    private static IEnumerable<string> Dependencies(TypeFact service) =>
        service.Uses.Where(u => u.Length > 2 && u[0] == 'I' && char.IsUpper(u[1])).DefaultIfEmpty("no interface");

    private sealed record Facts(
        string Table,
        string Service,
        string ServicePlace,
        string Own,
        int Members,
        bool One,
        string Dependencies,
        string Criteria,
        int Count,
        bool Told,
        bool Large);
}
