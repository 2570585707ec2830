using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
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

    public string Key => KeyName;

    public string Specialist => "service";

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
        if (Pair(brief) is not { } pair || brief.Needs.Types.Any(t => t.EndsWith("Service", StringComparison.Ordinal)) || StatedChoices.Of(brief).Any(s => IsMeantBy(s.Text)))
        {
            return null;
        }

        var (planned, service) = pair;
        var own = planned.Fact.Entity() + "Service";
        var members = service.Members.Count(m => m.Kind is "method");
        var isTold = NamedParts.Tells(brief, service);
        var large = !isTold && (members >= 4 || brief.Claims.For("service").Count >= 3);
        return new Decision
        {
            Id = $"service/decide-{KeyName}",
            Key = TopicKey.Of(TopicKind.Placement, planned.Fact.FullName, service.Name),
            Category = "Architecture",
            Title = $"Does `{planned.Fact.FullName}` get a service of its own, or new members of `{service.Name}`?",
            Context = $"{service.Cited()} has {members} public {(members == 1 ? "method" : "methods")} and uses {Words.List(Dependencies(service).Take(6).Select(d => $"`{d}`"))}; the rules of {Words.Ids(brief.Claims.For("service").Select(c => c.Id))} need a home.",
            Options = Sketch.Telling([Own(own, service, planned) with { Sketch = OwnSketch(brief, own, pair) }, Extend(own, service, members) with { Sketch = ExtendSketch(brief, pair) }]),
            Recommendation = large ? "A" : "B",
            Rationale = isTold ? $"The ticket lists `{service.Name}` among what it changes."
                : large ? $"With {brief.Claims.For("service").Count} criteria on top, `{service.Name}` would serve two purposes; its tests stay untouched this way."
                : $"`{service.Name}` is small, and what is new reads and writes the same rows.",
            Impact = $"Which file the rules stand in, and what `{service.Name}` depends on.",
            Weight = 5,
            Reversibility = Reversibility.Easy,
            ReviewTrigger = $"A rule has to be kept in both `{service.Name}` and `{own}`.",
            Touches = ["service", "api"],
        };
    }

    private static DecisionOption Own(string own, TypeFact service, PlannedTable planned) => new("A", $"A service of its own: `{own}` beside `{service.Name}`",
        [$"`{service.Name}` and its callers stay as they are.", $"The rules for `{planned.Fact.FullName}` stand in one file with their own tests."],
        [$"It must ask `{service.Name}` or its repository for the parent row, and both must agree on the transaction."],
        "One interface, one class, one registration", Reversibility.Easy)
    {
        Key = OwnService,
        BestFor = "Several rules of its own.",
        Keywords = [own],
        MigrationPath = $"Move the members from `{service.Name}` into `{own}` and register it; callers change one parameter.",
    };

    private static DecisionOption Extend(string own, TypeFact service, int members) => new("B", $"New members of `{service.Name}`",
        ["No new registration; the transaction and the parent row are at hand.", "Callers that have the service today can use it at once."],
        [$"`{service.Name}` grows beyond its {members} {(members == 1 ? "method" : "methods")} and gets dependencies that most of its callers do not need."],
        "Members in an existing file", Reversibility.Easy)
    {
        Key = ExtendedService,
        BestFor = "One or two small operations on the parent.",
        Keywords = [$"new members of `{service.Name}`"],
        MigrationPath = $"Move `{own}`'s members into `{service.Name}` and drop its registration.",
    };

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

    private static IEnumerable<string> Dependencies(TypeFact service) => service.Uses.Where(u => u.Length > 2 && u[0] == 'I' && char.IsUpper(u[1])).DefaultIfEmpty("no interface");
}
