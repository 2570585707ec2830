using System.Text.RegularExpressions;
using Planner.Core.Opinions;

namespace Planner.Core.Review.Reading;

/// <summary>Something that a specialist's design cites.</summary>
internal sealed record DesignReference(string Artifact, string Specialist, string Code, string Name, string Message, Func<KnownThings, bool> Holds);

/// <summary>Finds what the designs cite.</summary>
internal static partial class DesignReferenceFindings
{
    private const string SchemaPage = "SCHEMA_CHANGES.md";
    private const string PipelinesPage = "ETL_CHANGES.md";

    public static IEnumerable<DesignReference> Of(Opinion opinion) => opinion.Designs.SelectMany(d => Of(d, opinion.Specialist));

    private static IEnumerable<DesignReference> Of(Design design, string specialist) => design.Match(
        schema => Schema(schema, specialist),
        pipelines => Pipelines(pipelines.Pipelines, specialist),
        services => services.Services.Select(s => Path("SERVICES_CHANGES.md", specialist, s.Type, s.File, s.Change)),
        api => Api(api, specialist),
        frontend => [],
        performance => Speed(performance, specialist));

    private static IEnumerable<DesignReference> Schema(SchemaDesign design, string specialist)
    {
        var indexes = design.Indexes.SelectMany(i => i.Columns.Select(c => ("An index", i.Table, c)));
        var rules = design.Rules.Select(r => ("A rule for data", r.Table, r.Column));
        var keys = design.Tables.SelectMany(t => t.ForeignKeys).SelectMany(k => k.References.Select(r => ("A foreign key", k.Table, r)));
        return design.Migrations.SelectMany(m => m.Tables.Select(t => Table(SchemaPage, specialist, $"The migration {m.Name} writes", t)))
            .Concat(indexes.Concat(rules).Concat(keys).Select(c => Column(SchemaPage, specialist, c.Item1, c.Item2, c.Item3)));
    }

    private static IEnumerable<DesignReference> Pipelines(IReadOnlyList<PipelineChange> pipelines, string specialist)
    {
        var columns = pipelines.SelectMany(p => p.Transformations).SelectMany(t => new[] { t.From, t.To }).Select(n => Dotted().Match(n)).Where(m => m.Success);
        return pipelines.SelectMany(p => p.Sources.Concat(p.Targets).Select(t => Table(PipelinesPage, specialist, $"{p.Job} reads or writes", t)))
            .Concat(pipelines.Select(p => Path(PipelinesPage, specialist, p.Job, p.File, p.Change)))
            .Concat(columns.Select(m => Transformed(specialist, m)));
    }

    private static IEnumerable<DesignReference> Api(ApiDesign design, string specialist) =>
        design.Endpoints.Select(e => (Name: $"{e.Method} {e.Route}", e.Change)).Select(e => new DesignReference(
            "API_CHANGES.md",
            specialist,
            e.Change == ChangeKind.Add ? "exists" : "phantom-endpoint",
            e.Name,
            e.Change == ChangeKind.Add ? $"{e.Name} is to be added and exists already." : $"{e.Name} is to be changed and does not exist.",
            k => e.Change == ChangeKind.Add ? !k.IsServed(e.Name) : k.IsPublished(e.Name)));

    private static IEnumerable<DesignReference> Speed(PerformanceDesign design, string specialist) =>
        design.HotPaths
            .Where(h => h.Table is not null)
            .SelectMany(h => h.Columns.Select(c => Column("performance-plan.md", specialist, h.Subject, h.Table!, c)));

    private static DesignReference Table(string artifact, string specialist, string who, string table) =>
        new(artifact, specialist, "phantom-table", table, $"{who} {table}, which does not exist and which no task creates.", k => k.HasTable(table));

    private static DesignReference Column(string artifact, string specialist, string who, string table, string column) =>
        new(
            artifact,
            specialist,
            "phantom-column",
            column,
            $"{who} names {table}.{column}, which neither exists nor is added.",
            k => k.HasColumn(table, column));

    /// <summary>A name with dots is a column, or a table with its schema.</summary>
    private static DesignReference Transformed(string specialist, Match name)
    {
        var column = Column(PipelinesPage, specialist, "A transformation", name.Groups["table"].Value, name.Groups["column"].Value);
        return column with { Holds = k => k.HasTable(name.Value) || column.Holds(k) };
    }

    /// <summary>A type may be added to a file that exists, so only changes of what exists are judged.</summary>
    private static DesignReference Path(string artifact, string specialist, string owner, string path, ChangeKind change) =>
        new(
            artifact,
            specialist,
            "phantom-path",
            path,
            $"{owner} is to be changed in {path}, which does not exist.",
            k => change == ChangeKind.Add || k.HasPath(path));

    [GeneratedRegex(@"^(?<table>[\w""]+(\.[\w""]+)?)\.(?<column>[\w""]+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Dotted();
}
