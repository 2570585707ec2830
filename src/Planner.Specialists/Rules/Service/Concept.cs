using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>A new thing of the domain, told by its new table, beside the concept that it hangs on.</summary>
internal sealed record Concept(RuleContext Brief, PlannedTable Table, string Entity, Neighbourhood Neighbours, string ServiceName, TypeFact? Extended)
{
    private static readonly string[] Roles = Lexicon.Words("service", "roles");

    public static IReadOnlyList<Concept> All(RuleContext brief) => [.. brief.Schema.Tables.Select(t => Of(t, brief))];

    /// <summary>Names of its types, as far as neighbours show that there are such.</summary>
    public IReadOnlyList<string> Names =>
        [Entity, ServiceName, "I" + ServiceName, .. new[] { Neighbours.Repository, Neighbours.RepositoryInterface }.OfType<TypeFact>().Select(Name)];

    /// <summary>The service's file: new where the ticket or its neighbour puts it, or that of the service that gets new members.</summary>
    public string? ServiceFile => Extended?.File ?? (Neighbours.Service is { } near ? In(StatedParts.Folder(ServiceName, Brief), near, ServiceName) : null);

    /// <summary>The interface's file, where services have interfaces here: beside the service where its neighbour's is.</summary>
    public string? InterfaceFile => Neighbours.ServiceInterface is not { } near ? null
        : Extended is not null ? near.File
        : In(IsBeside(near, Neighbours.Service) ? PathParts.Folder(ServiceFile!) : null, near, "I" + ServiceName);

    /// <summary>The endpoints that speak of it.</summary>
    public IReadOnlyList<NewEndpoint> Endpoints(RuleContext brief) => [.. brief.Needs.Endpoints.Where(e => brief.Schema.For(e) == Table)];

    /// <summary>The new type in a neighbour's role: as the ticket calls it, else after the entity.</summary>
    public string Name(TypeFact neighbour)
    {
        var usual = Neighbourhood.Renamed(neighbour, Entity);
        var role = Roles.FirstOrDefault(r => usual.EndsWith(r, StringComparison.Ordinal));
        var stem = ServiceName.EndsWith("Service", StringComparison.Ordinal) ? ServiceName[..^7] : Entity;
        var alike = (usual.StartsWith('I') && neighbour.Kind == "interface" ? "I" : "") + stem + role;
        return role is not null && Brief.Needs.Types.Contains(alike) ? alike : usual;
    }

    /// <summary>The new type's file; null where there is no neighbour to follow.</summary>
    public string? File(TypeFact? neighbour)
    {
        if (neighbour is null)
        {
            return null;
        }

        // A contract that stands with the service here does so for what is new, even where the ticket places its class.
        var withService = neighbour.Kind == "interface" && IsBeside(neighbour, Neighbours.Service) && ServiceFile is not null && Extended is null;
        return In(withService ? PathParts.Folder(ServiceFile!) : StatedParts.Folder(Name(neighbour), Brief), neighbour, Name(neighbour));
    }

    private static string In(string? folder, TypeFact neighbour, string name) =>
        folder is { Length: > 0 } ? $"{folder}/{name}.cs" : Files.Beside(neighbour.File, name + ".cs");

    private static bool IsBeside(TypeFact one, TypeFact? other) => other is not null && PathParts.Folder(one.File) == PathParts.Folder(other.File);

    private static Concept Of(PlannedTable planned, RuleContext brief)
    {
        var entity = planned.Fact.Entity();
        var parents = planned.Fact.ForeignKeys.Select(f => brief.Grounding.Tables.First(t => t.FullName == f.Table).Entity());
        var near = parents.Append(entity)
            .Select(p => Neighbourhood.Of(brief, p))
            .FirstOrDefault(n => n.Service is not null || n.Repository is not null || n.Entity is not null)
            ?? Pattern(brief);
        var extended = brief.Choices.Option(ServicePlacement.KeyName) == ServicePlacement.ExtendedService ? near.Service : null;
        var named = brief.Needs.Types.FirstOrDefault(t => t.EndsWith("Service", StringComparison.Ordinal));
        return new Concept(brief, planned, entity, near, extended?.Name ?? Bare(named) ?? entity + "Service", extended);
    }

    private static string? Bare(string? name) => name is { Length: > 2 } && name[0] == 'I' && char.IsUpper(name[1]) ? name[1..] : name;

    /// <summary>Where the parent has no types of its own, any concept with a repository or service shows how it is done.</summary>
    private static Neighbourhood Pattern(RuleContext brief)
    {
        var any = brief.Grounding.Types.FirstOrDefault(t => t.Kind == "class"
            && !brief.Files.IsTest(t.File)
            && Roles.Any(r => t.Name.EndsWith(r, StringComparison.Ordinal)));
        var role = any is null ? null : Roles.First(r => any.Name.EndsWith(r, StringComparison.Ordinal));
        return Neighbourhood.Of(brief, any is null ? "" : any.Name[..^role!.Length]);
    }
}
