using System.Reflection;
using System.Text.RegularExpressions;
using Planner.Durability.Telemetry;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Telemetry;

/// <summary>What documents, dashboards and alerts are built on is there.</summary>
public sealed partial class MetricNamesTests
{
    private static readonly string[] Metrics = Constants(typeof(MetricNames));
    private static readonly string[] Tags = Constants(typeof(TagNames));

    public static TheoryData<string> Documents =>
    [
        .. new[] { "docs", "infra" }
            .Select(folder => Path.Combine(RepositoryRoot.Path, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".md" or ".json" or ".bicep")
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void NameInADocument_IsOneOfTheCodes(string document)
    {
        var named = Name().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, document))).Select(m => m.Value.TrimEnd('.')).Distinct();

        Assert.Empty(named.Except([.. Metrics, .. Tags]));
    }

    [Fact]
    public void Runbook_NamesEveryMetric()
    {
        var runbook = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "runbook.md"));

        Assert.All(Metrics, name => Assert.Contains($"`{name}`", runbook, StringComparison.Ordinal));
    }

    [Fact]
    public void Dashboard_AsksForEveryMetricAndNoOther()
    {
        var dashboard = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "dashboards", "planner-grafana.json"));
        var asked = Series().Matches(dashboard).Select(m => m.Value).Where(n => !Tags.Contains(n.Replace('_', '.'))).ToHashSet(StringComparer.Ordinal);

        Assert.All(Metrics, metric => Assert.Contains(asked, series => IsOf(metric, series)));
        Assert.All(asked, series => Assert.Contains(Metrics, metric => IsOf(metric, series)));
    }

    // As collectors write names for Prometheus: a unit and a kind behind them.
    private static bool IsOf(string metric, string series) =>
        series.StartsWith(metric.Replace('.', '_'), StringComparison.Ordinal)
        && series[metric.Length..] is "" or "_total" or "_seconds" or "_seconds_bucket" or "_seconds_count";

    private static string[] Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    [GeneratedRegex(@"\bplanner\.(runs?|decisions|webhook|step|jira|cache|model|ticket|outcome|workflow)(\.[a-z_]+)*\b(?![-/])")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bplanner_[a-z_]+")]
    private static partial Regex Series();
}
