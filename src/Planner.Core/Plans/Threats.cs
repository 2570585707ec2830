using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Paths;

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

    private static List<EndpointChange> Endpoints(Plan plan) => [.. plan.Opinions.Designs<ApiDesign>().SelectMany(d => d.Endpoints)];

    private static IEnumerable<Threat> ForeignIds(Plan plan)
    {
        var found = Endpoints(plan).Where(e => e.Route.Contains('{', StringComparison.Ordinal)).ToList();
        yield return new(
            "A caller puts somebody else's id into the route",
            [.. found.Select(Name)],
            Owned(plan, found),
            Tests(plan, found, TestAspects.Refusal),
            Risks(plan, found));
    }

    private static IEnumerable<Threat> Bodies(Plan plan)
    {
        var found = Endpoints(plan).Where(e => e.Request.Count > 0 && e.Method is not ("GET" or "DELETE")).ToList();
        var fields = found.SelectMany(e => e.Request.Select(f => f.Name)).Distinct(StringComparer.Ordinal).ToList();
        yield return new(
            "A body carries fields that the caller must not set, or values out of bounds",
            [.. found.Select(Name)],
            $"Only {string.Join(", ", fields.Select(f => $"`{f}`"))} {(fields.Count == 1 ? "is" : "are")} read{Bounds(found)}; all else is computed",
            Tests(plan, found, TestAspects.Error),
            []);
    }

    private static IEnumerable<Threat> Repeats(Plan plan)
    {
        var found = Endpoints(plan).Where(e => e.Method == "POST").ToList();
        var guarded = found.Exists(e => e.Headers.Count > 0);
        yield return new(
            "A request is sent again, by accident or on purpose",
            [.. found.Select(Name)],
            guarded
                ? $"The key in {string.Join(", ", found.SelectMany(e => e.Headers).Distinct(StringComparer.Ordinal).Select(h => $"`{h}`"))} makes the second "
                    + $"one answer like the first"
                : $"Nothing in the ticket makes it harmless; {Written(plan, found)} must refuse the second one by the state of the row",
            [],
            []);
    }

    private static IEnumerable<Threat> Secrets(Plan plan)
    {
        var tables = plan.Opinions.Designs<SchemaDesign>().Where(d => d.Migrations.Count > 0).SelectMany(d => d.Tables).DistinctBy(t => t.FullName).ToList();
        var columns = SensitiveColumns.Of(tables).Where(c => c.Class is "secret" or "personal" or "unknown").ToList();
        yield return new(
            "Sensitive values reach logs, exports or error answers",
            [.. columns.Select(c => $"{c.Table}.{c.Column}")],
            Keys(tables, columns),
            [],
            []);
    }

    /// <summary>Types that, by their names and their callers, speak with another system.</summary>
    private static IEnumerable<Threat> Gateways(Plan plan)
    {
        var changed = plan.Tasks.SelectMany(t => t.Files).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var types = plan.Grounding.Types.Where(t => t.Kind == "class" && changed.Contains(t.File) && Uses(t))
            .Select(t => t.Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        yield return new("Another system is called with this one's credentials", types, Configured(plan, types), [], []);
    }

    private static string Owned(Plan plan, List<EndpointChange> found)
    {
        var ids = found.SelectMany(e => e.Route.Split('/').Where(s => s.StartsWith('{')))
            .Select(s => $"`{s.Trim('{', '}').Split(':')[0]}`")
            .Distinct(StringComparer.Ordinal);
        var refused = found.SelectMany(e => e.Errors)
            .Where(e => e.Status is 403 or 404)
            .Select(e => $"{e.Status} `{e.Code}`")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return $"{string.Join(", ", ids)} is looked up together with the caller before {Written(plan, found)} is touched; a stranger gets "
            + $"{(refused.Count > 0 ? string.Join(" or ", refused) : "no answer that the design states yet")}";
    }

    /// <summary>Tables that tasks before and of the endpoints write.</summary>
    private static string Written(Plan plan, List<EndpointChange> found)
    {
        var criteria = found.SelectMany(e => e.Satisfies).ToHashSet(StringComparer.Ordinal);
        var tables = plan.Tasks.Where(t => !t.Contingent && t.Satisfies.Any(criteria.Contains))
            .SelectMany(t => t.Tables)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return tables.Count == 0 ? "any row" : string.Join(", ", tables.Select(t => $"`{t}`"));
    }

    private static string Bounds(List<EndpointChange> found)
    {
        var rules = found.SelectMany(e => e.Request)
            .Where(f => f.Rule.Length > 0)
            .Select(f => $"`{f.Name}`: {f.Rule.TrimEnd('.')}")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return rules.Count == 0 ? "" : $" ({string.Join("; ", rules)})";
    }

    private static string Keys(List<TableFact> tables, List<SensitiveColumn> columns)
    {
        var keys = tables
            .Where(t => t.PrimaryKey.Count > 0 && columns.Exists(c => c.Table == t.FullName))
            .SelectMany(t => t.PrimaryKey.Select(k => $"`{t.FullName}.{k}`"));
        return $"Logs and error answers name {string.Join(", ", keys.DefaultIfEmpty("the rule that was broken"))} instead";
    }

    /// <summary>Where the address and the credential come from, told by an options type beside the caller.</summary>
    private static string Configured(Plan plan, List<string> types)
    {
        var folders = plan.Grounding.Types.Where(t => types.Contains(t.Name, StringComparer.Ordinal))
            .Select(t => PathParts.FolderPrefix(t.File))
            .ToHashSet(StringComparer.Ordinal);
        var options = plan.Grounding.Types.Where(t => (t.Name.EndsWith("Options", StringComparison.Ordinal)
            || t.Name.EndsWith("Settings", StringComparison.Ordinal)) && folders.Contains(PathParts.FolderPrefix(t.File)))
            .Select(t => $"`{t.Name}` ({t.File})")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return options.Count > 0
            ? $"Address and credential come from {string.Join(", ", options)} alone; no part of a request goes into either"
            : "No options type lies beside it: where address and credential come from is looked at in the review of its task";
    }

    private static bool Uses(TypeFact type) => type.Reaches.Count > 0 || type.Name.StartsWith("Http", StringComparison.Ordinal);

    private static List<string> Tests(Plan plan, List<EndpointChange> endpoints, TestAspects aspect)
    {
        var names = endpoints.Select(Name).ToHashSet(StringComparer.Ordinal);
        return [.. plan.Tests.Where(t => t.Endpoint is not null && names.Contains(t.Endpoint) && t.Aspects.HasFlag(aspect)).Select(t => t.Id)];
    }

    private static List<string> Risks(Plan plan, List<EndpointChange> endpoints) =>
        [.. plan.Risks.Where(r => endpoints.Exists(e => r.Title.Contains(Name(e), StringComparison.Ordinal))
            && r.Title.Contains("caller", StringComparison.OrdinalIgnoreCase)).Select(r => r.Id)];

    private static string Name(EndpointChange endpoint) => $"{endpoint.Method} {endpoint.Route}";
}
