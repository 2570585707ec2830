using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>The members that new endpoints need from a service.</summary>
internal static class Operations
{
    private static readonly string[] Own = Lexicon.Words("service", "own");

    /// <summary>Members of a concept's service, one for each endpoint; one that creates where there is none.</summary>
    public static IReadOnlyList<MemberSpec> Of(Concept concept, RuleContext brief)
    {
        var style = MethodStyle.Of(concept.Neighbours.Service, concept.Neighbours.ServiceInterface, concept.Neighbours.Repository);
        var endpoints = concept.Endpoints(brief);
        return endpoints.Count == 0
            ? [new MemberSpec(
                style.Method(concept.Entity, "Create", $"{concept.Entity} {Words.Camel(concept.Entity)}"),
                $"Stores a row of `{concept.Table.Fact.FullName}`.",
                MethodStyle.Errors(brief, finds: false, validates: true, decides: true))]
            : [.. endpoints.Select(e => Of(e, concept, style, brief))];
    }

    /// <summary>The member for an endpoint that has no new table behind it.</summary>
    public static MemberSpec Of(NewEndpoint endpoint, MethodStyle style, string result, RuleContext brief)
    {
        var parameters = endpoint.Parameters.Select(p => $"{MethodStyle.ParameterType(p, null, brief)} {p}").ToList();
        return new MemberSpec(
            style.Method(result, Name(endpoint), parameters),
            $"Does what `{endpoint.Text}` asks for.",
            MethodStyle.Errors(brief, endpoint.Parameters.Count > 0, endpoint.Method is "POST" or "PUT" or "PATCH", endpoint.Method is not "GET"));
    }

    /// <summary>Columns that a caller gives: not keys, states and times that the service sets, nor what the route says.</summary>
    public static IReadOnlyList<Planner.Core.Grounding.Facts.ColumnFact> Given(Concept concept, NewEndpoint endpoint)
    {
        var routed = endpoint.Parameters.Select(p => string.Join('_', Words.Split(p))).ToHashSet(StringComparer.Ordinal);
        return [.. concept.Table.Fact.Columns.Where(c => !Own.Contains(c.Name, StringComparer.Ordinal)
            && !routed.Contains(c.Name)
            && c.Default is null
            && !c.Name.EndsWith("_at", StringComparison.Ordinal))];
    }

    /// <summary>Parameters for what the caller sends: those of the ticket's example, else the columns that a caller gives.</summary>
    private static IEnumerable<string> Body(Concept concept, NewEndpoint endpoint, RuleContext brief)
    {
        var example = StatedParts.Body(endpoint, brief);
        var key = StatedParts.Header(endpoint, brief) is { } header ? [$"string {Words.Camel(header)}"] : Array.Empty<string>();
        return example.Count == 0
            ? Given(concept, endpoint).Select(c => $"{Sql.ClrType(c)} {Words.Camel(c.Name)}").Concat(key)
            : example.Select(f => $"{Clr(f, concept)} {f.Name}").Concat(key);
    }

    private static string Clr(ApiField field, Concept concept) => field.Type switch
    {
        "array" => $"IReadOnlyList<{concept.Entity}Request>",
        "object" => concept.Entity + "Request",
        "integer" => "long",
        "number" => "decimal",
        "boolean" => "bool",
        _ => "string",
    };

    /// <summary>The verb for an endpoint: its last word where that is an action, else by method.</summary>
    public static string Name(NewEndpoint endpoint)
    {
        var last = endpoint.Route.Split('/')[^1];
        var isAction = endpoint.Method is not "GET" && !last.StartsWith('{') && Words.Singular(last) == last;
        return isAction ? Words.Pascal(last) : endpoint.Method switch
        {
            "GET" => last.StartsWith('{') || Words.Singular(last) == last ? "Get" : "List",
            "POST" => "Create",
            "DELETE" => "Delete",
            _ => "Update",
        };
    }

    private static MemberSpec Of(NewEndpoint endpoint, Concept concept, MethodStyle style, RuleContext brief)
    {
        var name = Name(endpoint) is "Create" && StatedParts.Member(concept.ServiceName, brief) is { } said ? said : Name(endpoint);
        var route = endpoint.Parameters.Select(p => $"{MethodStyle.ParameterType(p, concept, brief)} {p}");
        var given = Name(endpoint) == "Create" ? Body(concept, endpoint, brief) : [];
        var result = name switch { "List" => $"IReadOnlyList<{concept.Entity}>", "Delete" => "void", _ => concept.Entity };
        return new MemberSpec(
            style.Method(result, name, [.. route, .. given]),
            $"Serves `{endpoint.Text}`.",
            MethodStyle.Errors(brief, endpoint.Parameters.Count > 0, Name(endpoint) is "Create" or "Update", name is not ("Get" or "List")));
    }
}
