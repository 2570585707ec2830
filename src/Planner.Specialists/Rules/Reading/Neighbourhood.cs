using Planner.Core.Grounding.Facts;

namespace Planner.Specialists.Rules.Reading;

/// <summary>How the code base builds one concept: its entity, repository and service, found by their names.</summary>
internal sealed record Neighbourhood(
    string Name,
    TypeFact? Entity,
    TypeFact? RepositoryInterface,
    TypeFact? Repository,
    TypeFact? ServiceInterface,
    TypeFact? Service)
{
    private static readonly string[] ServiceRoles = Lexicon.Words("reading", "service-roles");
    private static readonly string[] RepositoryRoles = Lexicon.Words("reading", "repository-roles");

    /// <summary>The neighbourhood of a concept like <c>Order</c>; parts that are not there are null.</summary>
    public static Neighbourhood Of(TicketFacts brief, string name)
    {
        var types = brief.Grounding.Types.Where(t => !brief.Files.IsTest(t.File)).ToList();
        string[] stems = [name, name + "s", Plural(name)];
        return new Neighbourhood(
            name,
            types.Find(t => t.Name == name && t.Kind is "class" or "record"),
            Find(types, "I", stems, RepositoryRoles),
            Find(types, "", stems, RepositoryRoles),
            Find(types, "I", stems, ServiceRoles),
            Find(types, "", stems, ServiceRoles));
    }

    /// <summary>The new type's name in a role: <c>OrderRepository</c> for <c>OrderReturn</c> gives <c>OrderReturnRepository</c>.</summary>
    public static string Renamed(TypeFact neighbour, string entity)
    {
        var prefix = neighbour.Kind == "interface" && neighbour.Name.StartsWith('I') ? "I" : "";
        var role = ServiceRoles.Concat(RepositoryRoles).Where(r => neighbour.Name.EndsWith(r, StringComparison.Ordinal)).MaxBy(r => r.Length) ?? "";
        return prefix + entity + role;
    }

    private static TypeFact? Find(List<TypeFact> types, string prefix, string[] stems, string[] roles) =>
        roles.SelectMany(r => stems.Select(s => prefix + s + r)).Select(n => types.Find(t => t.Name == n)).FirstOrDefault(t => t is not null);

    private static string Plural(string name) => name.EndsWith('y') ? name[..^1] + "ies" : name + "es";
}
