using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;
using Planner.Core.Text.Paths;

namespace Planner.Core.Artifacts.Documents;

/// <summary>How fast what changes must be as far as the ticket says so, which reads grow with the data, how it is measured and what is watched.</summary>
internal sealed class PerformancePlanDocument : IArtifactRenderer
{
    public const string File = "performance-plan.md";

    private const SpecialistRole Role = SpecialistRole.Performance;

    public string Path => File;

    public string? NotApplicable(Plan plan) => RightSize.NothingFrom(plan, Role, o => o.Design<PerformanceDesign>() is not null);

    public string Render(Plan plan)
    {
        var opinion = SpecialistPage.Of(plan, Role);
        var design = opinion.Design<PerformanceDesign>()!;
        var page = SpecialistPage.Start(plan, "Performance plan", opinion);
        Targets(page, design);
        HotPaths(page, design);
        new Measurement(plan, opinion, design).Write(page);
        MonitoringSection.Write(page, design);
        return page.End(plan, opinion).ToString();
    }

    private static void Targets(MarkdownPage page, PerformanceDesign design)
    {
        if (design.Targets.Count == 0)
        {
            return;
        }

        page.Heading(2, $"Targets")
            .Table(["What", "At most", "Measured as", "At", "Today", "Test", "Missing"], design.Targets.Select(t => new[]
            {
                Md.Code(t.Subject), Stated(t.Limit),
                t.Limit is null ? Stated(null) : t.Percentile is { } p ? Md.Of($"{p}") : t.IsEndpoint ? Md.Of($"every call") : Md.Of($"every run"),
                t.Load is null && !t.IsEndpoint ? Md.Of($"the rows of its sources") : Stated(t.Load), Stated(t.Today),
                t.Test is null ? Md.Of($"–") : Md.Of($"{t.Test}"), Missing(t),
            }));
    }

    private static Md Stated(string? figure) => figure is null ? Md.Of($"not stated") : Md.Of($"{figure}");

    private static Md Missing(PerformanceTarget target) => target.Question is null ? Md.Of($"–")
        : target.Limit is null ? Md.Of($"time, percentile and load: {target.Question}")
        : Md.Of($"load: {target.Question}");

    private static void HotPaths(MarkdownPage page, PerformanceDesign design)
    {
        if (design.HotPaths.Count > 0)
        {
            page
                .Heading(2, $"Reads that grow with the data")
                .Table(["Read by", "Reads", "Rows", "Found in", "Risk", "Question"], design.HotPaths.Select(h => new[]
            {
                Who(h), Reads(h), Md.Of($"{Rows(h, design)}"), Md.Code(h.Place), Md.Words(h.Risk is null ? [] : [h.Risk]),
                Md.Words(h.Question is null ? [] : [h.Question]),
            }));
        }
    }

    private static Md Who(HotPath path) => path.Subject.StartsWith("AC", StringComparison.Ordinal) ? Md.Of($"{path.Subject}") : Md.Code(path.Subject);

    private static Md Reads(HotPath path) => path.Table is null
        ? Md.Of($"all there is, without a bound")
        : Md.Of($"{Md.Code(path.Table)} by {Md.Codes(path.Columns)}, without an index");

    private static string Rows(HotPath path, PerformanceDesign design) => design.Volumes.FirstOrDefault(v => v.Table == path.Table)?.Rows ?? "not stated";
}

/// <summary>How the targets are measured, with what this repository has.</summary>
internal sealed class Measurement(Plan plan, Opinion opinion, PerformanceDesign design)
{
    private static readonly string[] Compose = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];

    public void Write(MarkdownPage page)
    {
        page.Heading(2, $"Measurement")
            .Table(["Table", "Rows on the copy"], design.Volumes.Select(v => new[] { Md.Code(v.Table), Md.Of($"{v.Rows}") }));
        var commands = Commands().ToList();
        if (commands.Count > 0)
        {
            page.Code("sh", string.Join('\n', commands.Select(MarkdownEscape.OneLine)));
        }

        page.Steps(Steps());
        var queries = design.HotPaths.Where(h => h is { Table: not null, Columns.Count: > 0 } && IsPostgres).ToList();
        if (queries.Count > 0)
        {
            page.Code("sql", string.Join("\n\n", queries.Select(Explained).Distinct(StringComparer.Ordinal)));
        }
    }

    private bool IsPostgres => plan.Grounding.Projects.Any(p => p.Packages.Any(n => n.StartsWith("Npgsql", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Containers, builds and the benchmark project: whatever of them is there.</summary>
    private IEnumerable<string> Commands()
    {
        if (plan.Grounding.Inventory.Paths.FirstOrDefault(p => Compose.Contains(p, StringComparer.Ordinal)) is { } compose)
        {
            yield return $"docker compose -f {compose} up -d";
        }

        foreach (var build in plan.Grounding.Conventions.VerificationCommands.Where(c => c.Contains("build", StringComparison.Ordinal)
            && !c.Contains("--no-build", StringComparison.Ordinal)))
        {
            yield return build;
        }

        if (design.Script is { } script && plan.Grounding.Projects.FirstOrDefault(p => script.EndsWith(".cs", StringComparison.Ordinal)
            && !p.IsTest
            && script.StartsWith(PathParts.FolderPrefix(p.Path), StringComparison.Ordinal)) is { } project)
        {
            yield return $"dotnet run -c Release --project {project.Path}";
        }
    }

    private IEnumerable<Md> Steps()
    {
        var measuring = opinion.Tests.Where(t => design.Targets.Any(x => x.Test == t.Id)).ToList();
        if (measuring.Count > 0)
        {
            yield return Md.Of(
                $"{Md.Words(measuring.Select(t => t.Task).Distinct(StringComparer.Ordinal))} measures "
                    + $"{(plan.Grounding.Commit is { } commit ? Md.Of($"commit {Md.Code(commit)}") : Md.Of($"the present release"))} and then the new build, "
                    + $"{(design.Script is { } script ? Md.Of($"by {Md.Code(script)}") : Md.Of($"by hand, as no load test lies in the repository"))}.");
            yield return Md.Of($"A target is kept where {Md.Words(measuring.Select(t => t.Id))} {(measuring.Count == 1 ? "shows" : "show")} its figure on the "
                + $"new build; where it states only what may be added, the difference between both builds counts.");
        }

        foreach (var path in design.HotPaths.Where(h => h.Table is not null))
        {
            yield return IsPostgres
                ? Md.Of($"The plan of the read of {Md.Code(path.Table!)} must hold no {Md.Code("Seq Scan")} on it; the values of the query below are those of "
                    + $"a busy day.")
                : Md.Of($"The database's plan for the read of {Md.Code(path.Table!)} by {Md.Codes(path.Columns)} must not read the whole table.");
        }
    }

    private static string Explained(HotPath path) =>
        $"EXPLAIN (ANALYZE, BUFFERS)\nSELECT count(*)\nFROM {path.Table}\nWHERE {string.Join(" AND ", path.Columns.Select((c, i) => $"{c} >= ${i + 1}"))};";
}
