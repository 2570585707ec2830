using System.Reflection;
using System.Text.RegularExpressions;
using Planner.Durability.Telemetry;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Repository.Infrastructure;

/// <summary>What the deployment sets is what the app or its platform reads.</summary>
public sealed partial class DeployedSettingsTests
{
    // Read by the Functions host, the Durable extension, Azure Monitor's exporter and Azure.Identity.
    private static readonly string[] Platform =
    [
        "AZURE_CLIENT_ID",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "TASKHUB_NAME",
        "DURABLE_TASK_SCHEDULER_CONNECTION_STRING",
        "AzureFunctionsJobHost__extensions__durableTask__storageProvider__type",
        "AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__queueServiceUri",
        "AzureWebJobsStorage__tableServiceUri",
    ];

    [Fact]
    public void Settings_AreOnThePageOrOfThePlatform()
    {
        var set = SettingName().Matches(Read("infra", "app", "settings.bicep"))
            .Select(m => m.Groups["name"].Value)
            .Select(name => name.Replace("${i}", "0", StringComparison.Ordinal).Replace("__default__", "__NAME__", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var page = PageSetting().Matches(Read("docs", "settings.md")).Select(m => m.Groups["name"].Value);
        var known = page.Concat(Platform).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("Api__Keys__0__Hash", set);
        Assert.All(set, name => Assert.Contains(name, known));
        Assert.All(Platform, name => Assert.Contains(name, set));
    }

    [Fact]
    public void Parameters_OfTheFile_AreThoseOfTheTemplate()
    {
        var template = Read("infra", "main.bicep");
        var all = Parameter().Matches(template).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var needed = Parameter().Matches(template)
            .Where(m => !m.Groups["rest"].Value.Contains('=', StringComparison.Ordinal))
            .Select(m => m.Groups["name"].Value);
        var given = GivenParameter().Matches(Read("infra", "main.parameters.json")).Select(m => m.Groups["name"].Value).ToList();

        Assert.NotEmpty(given);
        Assert.All(given, name => Assert.Contains(name, all));
        Assert.All(needed, name => Assert.Contains(name, given));
    }

    [Fact]
    public void Workflow_GivesEveryValueThatTheParametersAskFor()
    {
        var workflow = Read(".github", "workflows", "deploy.yml");

        // azd finds out itself who deploys.
        Assert.All(
            Variable().Matches(Read("infra", "main.parameters.json")).Select(m => m.Groups["name"].Value).Where(n => n != "AZURE_PRINCIPAL_ID"),
            name => Assert.Matches($@"(?m)^\s+{name}:", workflow));
    }

    [Fact]
    public void Alerts_WatchMetricsThatTheWorkbookShows()
    {
        var shown = Metric().Matches(Read("infra", "workbook.json")).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var watched = Metric().Matches(Read("infra", "app", "alerts.bicep")).Select(m => m.Value).ToList();

        Assert.NotEmpty(watched);
        Assert.All(watched, metric => Assert.Contains(metric, shown));
    }

    [Fact]
    public void Workbook_ShowsEveryMetric()
    {
        var workbook = Read("infra", "workbook.json");

        Assert.All(
            typeof(MetricNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!),
            metric => Assert.Contains($"'{metric}'", workbook, StringComparison.Ordinal));
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([RepositoryRoot.Path, .. path]));

    [GeneratedRegex(
        @"(?:^|[{,])\s*'?(?<name>[A-Z][A-Za-z]*(?:__(?:\w+?|\$\{i\}))+|[A-Z]+(?:_[A-Z]+)+)'?: ",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SettingName();

    [GeneratedRegex(@"^\| `(?<name>\w+)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex PageSetting();

    [GeneratedRegex(@"^param (?<name>\w+) (?<rest>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^    ""(?<name>\w+)"": \{", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex GivenParameter();

    [GeneratedRegex(@"\$\{(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<=')planner\.[a-z]+\.[a-z_]+(?=')")]
    private static partial Regex Metric();
}
