using System.Globalization;
using Planner.Core.Opinions;

namespace Planner.Core.Specialists.Stories;

/// <summary>One design of those for the parts of an epic. What two of them change stands once, as the later one leaves it.</summary>
internal static class DesignSum
{
    /// <summary>One design of each kind, in the order in which the parts first have one.</summary>
    public static IReadOnlyList<Design> Of(IEnumerable<Opinion> opinions) =>
        [.. opinions.SelectMany(o => o.Designs).GroupBy(d => d.GetType()).Select(kind => Sum([.. kind]))];

    private static Design Sum(IReadOnlyList<Design> all) => all.Count == 1 ? all[0] : all[0].Match<Design>(
        _ => Schema([.. all.Cast<SchemaDesign>()]),
        _ => Pipelines([.. all.Cast<PipelineDesign>()]),
        _ => Services([.. all.Cast<ServiceDesign>()]),
        _ => Api([.. all.Cast<ApiDesign>()]),
        _ => Frontend([.. all.Cast<FrontendDesign>()]),
        _ => Performance([.. all.Cast<PerformanceDesign>()]));

    private static SchemaDesign Schema(IReadOnlyList<SchemaDesign> all) => new()
    {
        Migrations = [.. all.SelectMany(d => d.Migrations)],
        Tables = Last(all.SelectMany(d => d.Tables), t => t.FullName),
        Indexes = [.. all.SelectMany(d => d.Indexes).DistinctBy(i => (i.Table, string.Join(',', i.Columns)))],
        Rules = [.. all.SelectMany(d => d.Rules).Distinct()],
        Queries = [.. all.SelectMany(d => d.Queries).DistinctBy(q => q.Sql)],
        ZeroDowntime = Steps(all.SelectMany(d => d.ZeroDowntime)),
        Partitioning = string.Join(' ', all.Select(d => d.Partitioning).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal)),
    };

    private static PipelineDesign Pipelines(IReadOnlyList<PipelineDesign> all) => new()
    {
        Pipelines = Joined(all.SelectMany(d => d.Pipelines), p => p.Job, (a, b) => b with
        {
            Change = a.Change,
            Sources = [.. a.Sources.Union(b.Sources, StringComparer.Ordinal)],
            Targets = [.. a.Targets.Union(b.Targets, StringComparer.Ordinal)],
            Transformations = [.. a.Transformations.Union(b.Transformations)],
        }),
    };

    private static ServiceDesign Services(IReadOnlyList<ServiceDesign> all) => new()
    {
        Services = Joined(all.SelectMany(d => d.Services), s => s.Type, (a, b) => b with
        {
            Change = a.Change,
            Members = [.. a.Members.Concat(b.Members).DistinctBy(m => m.Signature, StringComparer.Ordinal)],
            DependsOn = [.. a.DependsOn.Union(b.DependsOn, StringComparer.Ordinal)],
            UsedBy = [.. a.UsedBy.Union(b.UsedBy, StringComparer.Ordinal)],
        }),
        Rules = [.. all.SelectMany(d => d.Rules)],
    };

    private static ApiDesign Api(IReadOnlyList<ApiDesign> all) => new()
    {
        Endpoints = Joined(all.SelectMany(d => d.Endpoints), e => $"{e.Method} {e.Route}", (a, b) => b with
        {
            Change = a.Change,
            Purpose = a.Purpose == b.Purpose ? a.Purpose : $"{a.Purpose} {b.Purpose}",
            Request = Last(a.Request.Concat(b.Request), f => f.Name),
            Response = Last(a.Response.Concat(b.Response), f => f.Name),
            Headers = [.. a.Headers.Union(b.Headers, StringComparer.Ordinal)],
            Errors = [.. a.Errors.Concat(b.Errors).DistinctBy(e => (e.Status, e.Code))],
            Satisfies = [.. a.Satisfies.Union(b.Satisfies, StringComparer.Ordinal)],
        }),
        OpenApiDocument = all.Select(d => d.OpenApiDocument).FirstOrDefault(d => d is not null),
    };

    private static FrontendDesign Frontend(IReadOnlyList<FrontendDesign> all) => new()
    {
        Make = all[0].Make,
        Views = Joined(all.SelectMany(d => d.Views), v => v.File, (a, b) => b with
        {
            Change = a.Change,
            Purpose = a.Purpose == b.Purpose ? a.Purpose : $"{a.Purpose} {b.Purpose}",
            Calls = [.. a.Calls.Union(b.Calls, StringComparer.Ordinal)],
            States = [.. a.States.Union(b.States)],
            Satisfies = [.. a.Satisfies.Union(b.Satisfies, StringComparer.Ordinal)],
        }),
    };

    private static PerformanceDesign Performance(IReadOnlyList<PerformanceDesign> all) => new()
    {
        Targets = Joined(all.SelectMany(d => d.Targets), t => t.Subject, (a, b) => a.Limit is null ? b : a),
        Volumes = Last(all.SelectMany(d => d.Volumes), v => v.Table),
        HotPaths = [.. all.SelectMany(d => d.HotPaths).DistinctBy(h => (h.Subject, h.Table, string.Join(',', h.Columns)))],
        Script = all.Select(d => d.Script).FirstOrDefault(s => s is not null),
    };

    /// <summary>The steps of one story after those of another; a step that was told before is only pointed to.</summary>
    private static List<string> Steps(IEnumerable<string> steps)
    {
        var told = new List<string>();
        foreach (var step in steps)
        {
            told.Add(told.IndexOf(step) is >= 0 and var at ? $"As step {(at + 1).ToString(CultureInfo.InvariantCulture)}." : step);
        }

        return told;
    }

    private static List<T> Last<T>(IEnumerable<T> items, Func<T, string> key) => Joined(items, key, (_, later) => later);

    private static List<T> Joined<T>(IEnumerable<T> items, Func<T, string> key, Func<T, T, T> join) =>
        [.. items.GroupBy(key, StringComparer.Ordinal).Select(g => g.Aggregate(join))];
}
