using Planner.Core.Plans;
using Planner.Core.Specialists;

namespace Planner.Core.Review.Checks;

/// <summary>Something that a specialist's design cites.</summary>
internal sealed record DesignReference(string Artifact, string Specialist, string Code, string Name, string Message, Func<KnownThings, bool> Holds);

/// <summary>Finds what the designs cite.</summary>
internal static class DesignReferences
{
    public static IEnumerable<DesignReference> Of(Opinion opinion) =>
        Schema(opinion).Concat(Pipelines(opinion)).Concat(Services(opinion)).Concat(Api(opinion));

    private static IEnumerable<DesignReference> Schema(Opinion opinion)
    {
        const string Page = "SCHEMA_CHANGES.md";
        var tables = (opinion.Schema?.Migrations ?? []).SelectMany(m => m.Tables.Select(t => (m, t)));
        var columns = (opinion.Schema?.Indexes ?? []).SelectMany(i => i.Columns.Select(c => (i.Table, c)));
        return tables
            .Select(p => new DesignReference(Page, opinion.Specialist, "phantom-table", p.t, $"The migration {p.m.Name} writes {p.t}, which does not exist and which no migration creates.", k => k.HasTable(p.t)))
            .Concat(columns.Select(p => new DesignReference(Page, opinion.Specialist, "phantom-column", p.c, $"An index names {p.Table}.{p.c}, which neither exists nor is added.", k => k.HasColumn(p.Table, p.c))));
    }

    private static IEnumerable<DesignReference> Pipelines(Opinion opinion)
    {
        const string Page = "ETL_CHANGES.md";
        var pipelines = opinion.Pipelines?.Pipelines ?? [];
        var tables = pipelines.SelectMany(p => p.Sources.Concat(p.Targets).Select(t => (p.Job, t)));
        return tables
            .Select(p => new DesignReference(Page, opinion.Specialist, "phantom-table", p.t, $"{p.Job} reads or writes {p.t}, which does not exist and which no migration creates.", k => k.HasTable(p.t)))
            .Concat(pipelines.Select(p => Path(Page, opinion.Specialist, p.Job, p.File, p.Change)));
    }

    private static IEnumerable<DesignReference> Services(Opinion opinion) =>
        (opinion.Services?.Services ?? []).Select(s => Path("SERVICES_CHANGES.md", opinion.Specialist, s.Type, s.File, s.Change));

    private static IEnumerable<DesignReference> Api(Opinion opinion) =>
        (opinion.Api?.Endpoints ?? []).Select(e => (Name: $"{e.Method} {e.Route}", e.Change)).Select(e => new DesignReference(
            "API_CHANGES.md",
            opinion.Specialist,
            e.Change == ChangeKind.Add ? "exists" : "phantom-endpoint",
            e.Name,
            e.Change == ChangeKind.Add ? $"{e.Name} is to be added and exists already." : $"{e.Name} is to be changed and does not exist.",
            k => k.ExistsToday(e.Name) == (e.Change != ChangeKind.Add)));

    /// <summary>A type may be added to a file that exists, so only changes of what exists are judged.</summary>
    private static DesignReference Path(string artifact, string specialist, string owner, string path, ChangeKind change) =>
        new(artifact, specialist, "phantom-path", path, $"{owner} is to be changed in {path}, which does not exist.", k => change == ChangeKind.Add || k.HasPath(path));
}
