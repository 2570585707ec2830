using Planner.Core.Grounding;
using Planner.Core.Specialists.Rules.Choices;
using Planner.Core.Specialists.Rules.Database;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Service;

/// <summary>A new thing of the domain, told by its new table, beside the concept that it hangs on.</summary>
internal sealed record Concept(PlannedTable Table, string Entity, Neighbourhood Neighbours, string ServiceName, TypeFact? Extended)
{
    private static readonly string[] Roles = ["Repository", "Service", "Store", "Manager"];

    public static IReadOnlyList<Concept> All(Brief brief) => [.. brief.Schema.Tables.Select(t => Of(t, brief))];

    /// <summary>The endpoints that speak of it.</summary>
    public IReadOnlyList<NewEndpoint> Endpoints(Brief brief) => [.. brief.Needs.Endpoints.Where(e => brief.Schema.For(e) == Table)];

    /// <summary>The new type's file, beside its neighbour's; null where there is no neighbour to follow.</summary>
    public string? File(TypeFact? neighbour) => neighbour is null ? null : Files.Beside(neighbour.File, Neighbourhood.Renamed(neighbour, Entity) + ".cs");

    /// <summary>The service's file: new beside its neighbour, or that of the service that gets new members.</summary>
    public string? ServiceFile => Extended?.File ?? (Neighbours.Service is { } near ? Files.Beside(near.File, ServiceName + ".cs") : null);

    /// <summary>The interface's file, where services have interfaces here.</summary>
    public string? InterfaceFile => Neighbours.ServiceInterface is not { } near ? null
        : Extended is not null ? near.File : Files.Beside(near.File, $"I{ServiceName}.cs");

    private static Concept Of(PlannedTable planned, Brief brief)
    {
        var entity = planned.Fact.Entity();
        var parents = planned.Fact.ForeignKeys.Select(f => brief.Grounding.Tables.First(t => t.FullName == f.Table).Entity());
        var near = parents.Append(entity).Select(p => Neighbourhood.Of(brief, p)).FirstOrDefault(n => n.Service is not null || n.Repository is not null || n.Entity is not null)
            ?? Pattern(brief);
        var extended = brief.Choices.Option(ServiceHome.KeyName) == "B" ? near.Service : null;
        var named = brief.Needs.Types.FirstOrDefault(t => t.EndsWith("Service", StringComparison.Ordinal))?.TrimStart('I');
        return new Concept(planned, entity, near, extended?.Name ?? named ?? entity + "Service", extended);
    }

    /// <summary>Where the parent has no types of its own, any concept with a repository or service shows how it is done.</summary>
    private static Neighbourhood Pattern(Brief brief)
    {
        var any = brief.Grounding.Types.FirstOrDefault(t => t.Kind == "class" && !brief.Files.IsTest(t.File) && Roles.Any(r => t.Name.EndsWith(r, StringComparison.Ordinal)));
        var role = any is null ? null : Roles.First(r => any.Name.EndsWith(r, StringComparison.Ordinal));
        return Neighbourhood.Of(brief, any is null ? "" : any.Name[..^role!.Length]);
    }
}
