using Planner.Core.Grounding;

namespace Planner.Core.Plans;

/// <summary>A way to do harm through what a plan changes.</summary>
internal sealed record Threat(string What, IReadOnlyList<string> Where, string Against, IReadOnlyList<string> Tests, IReadOnlyList<string> Risks);

/// <summary>Threats that follow from endpoints, jobs and tables of a plan.</summary>
internal static class Threats
{
    public static IReadOnlyList<Threat> Of(Plan plan) =>
        [.. ForeignIds(plan).Concat(Bodies(plan)).Concat(Repeats(plan)).Concat(Secrets(plan)).Concat(Gateways(plan)).Where(t => t.Where.Count > 0)];

    /// <summary>Tests that show that strangers are turned away.</summary>
    public static IEnumerable<string> Refusals(Plan plan, EndpointChange endpoint) => Tests(plan, [endpoint], TestAspects.Refusal);

    private static List<EndpointChange> Endpoints(Plan plan) => [.. plan.Opinions.SelectMany(o => o.Api?.Endpoints ?? [])];

    private static IEnumerable<Threat> ForeignIds(Plan plan)
    {
        var found = Endpoints(plan).Where(e => e.Route.Contains('{', StringComparison.Ordinal)).ToList();
        yield return new("A caller puts somebody else's id into the route", [.. found.Select(Name)], "The row is looked up together with its owner, before anything is read or written", Tests(plan, found, TestAspects.Refusal), Risks(plan, found));
    }

    private static IEnumerable<Threat> Bodies(Plan plan)
    {
        var found = Endpoints(plan).Where(e => e.Request.Count > 0 && e.Method is not ("GET" or "DELETE")).ToList();
        var fields = found.SelectMany(e => e.Request.Select(f => f.Name)).Distinct(StringComparer.Ordinal).ToList();
        yield return new("A body carries fields that the caller must not set, or values out of bounds", [.. found.Select(Name)], $"Only {string.Join(", ", fields.Select(f => $"`{f}`"))} are read; all else is computed", Tests(plan, found, TestAspects.Error), []);
    }

    private static IEnumerable<Threat> Repeats(Plan plan)
    {
        var found = Endpoints(plan).Where(e => e.Method == "POST").ToList();
        var guarded = found.Exists(e => e.Headers.Count > 0);
        yield return new("A request is sent again, by accident or on purpose", [.. found.Select(Name)], guarded ? $"The key in {string.Join(", ", found.SelectMany(e => e.Headers).Distinct(StringComparer.Ordinal).Select(h => $"`{h}`"))} makes the second one answer like the first" : "Nothing in the ticket makes a repeated request harmless; the state of the row must refuse it", [], []);
    }

    private static IEnumerable<Threat> Secrets(Plan plan)
    {
        var tables = plan.Opinions.SelectMany(o => o.Schema is { Migrations.Count: > 0 } s ? s.Tables : []).DistinctBy(t => t.FullName);
        var columns = SensitiveColumns.Of(tables).Where(c => c.Class is "secret" or "personal" or "unknown").ToList();
        yield return new("Sensitive values reach logs, exports or error answers", [.. columns.Select(c => $"{c.Table}.{c.Column}")], "Log ids, never these columns; error answers name the rule and not the value", [], []);
    }

    /// <summary>Types that, by their names and their callers, speak with another system.</summary>
    private static IEnumerable<Threat> Gateways(Plan plan)
    {
        var changed = plan.Tasks.SelectMany(t => t.Files).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var types = plan.Grounding.Types.Where(t => t.Kind == "class" && changed.Contains(t.File) && Uses(t)).Select(t => t.Name).Distinct(StringComparer.Ordinal).ToList();
        yield return new("Another system is called with this one's credentials", types, "Credentials come from configuration and the address is fixed; nothing of a request becomes part of a host", [], []);
    }

    private static bool Uses(TypeFact type) => type.Uses.Contains("HttpClient", StringComparer.Ordinal) || type.Name.StartsWith("Http", StringComparison.Ordinal);

    private static List<string> Tests(Plan plan, List<EndpointChange> endpoints, TestAspects aspect)
    {
        var names = endpoints.Select(Name).ToHashSet(StringComparer.Ordinal);
        return [.. plan.Tests.Where(t => t.Endpoint is not null && names.Contains(t.Endpoint) && t.Aspects.HasFlag(aspect)).Select(t => t.Id)];
    }

    private static List<string> Risks(Plan plan, List<EndpointChange> endpoints) =>
        [.. plan.Risks.Where(r => endpoints.Exists(e => r.Title.Contains(Name(e), StringComparison.Ordinal)) && r.Title.Contains("caller", StringComparison.OrdinalIgnoreCase)).Select(r => r.Id)];

    private static string Name(EndpointChange endpoint) => $"{endpoint.Method} {endpoint.Route}";
}
