using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Planner.Api;
using Planner.Api.Access;
using Planner.Codebase.Hosting;
using Planner.Core.Artifacts;
using Planner.Core.LanguageModels;
using Planner.Core.Settings;
using Planner.Core.Tickets;
using Planner.Integrations.Hosting;
using Planner.Integrations.Snapshots;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Repository;

/// <summary>Bad values for every setting of the page: each is taken, or refused by a line that names a setting and does not show the value.</summary>
public sealed class SettingsCorpusTests
{
    private const string Secret = "hunter2-is-no-value-of-a-setting";

    private static readonly string[] Bad =
    [
        "", " ", Secret, "-1", "0", "1e999", "NaN", "99999999999999999999", "25:61:61", "9999.00:00:00", "://", "https://", "https://[::1",
        "http://user:pw@host/path?q#f", "file:///etc/passwd", "a\u0001b", "a\nb", "%zz", "Server=;;;=", new('x', 5_000),
    ];

    private static readonly (string Name, string Value)[] Sound =
    [
        ("Codebases:shop:Path", Path.Combine(RepositoryRoot.Path, "samples", "shop")),
        ("Tickets:Folder", Path.Combine(RepositoryRoot.Path, "samples", "tickets")),
    ];

    // What makes the rest of a section count.
    private static readonly (string Name, string Value)[] Complete =
    [
        ("Jira:Email", "a@b.example"), ("Jira:ApiToken", "t"), ("Jira:BaseUrl", "https://team.atlassian.net"),
        ("LanguageModel:Endpoint", "https://shop.openai.azure.com/openai/v1/"), ("LanguageModel:Deployments:Standard", "shop"),
    ];

    // Read from the environment alone.
    public static TheoryData<string> Settings => [.. SettingsPage.Names.Where(n => n.Contains("__", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Settings))]
    public void BadValue_IsTakenOrRefusedInALineThatNamesASetting(string setting)
    {
        foreach (var value in Bad)
        {
            var failures = Start(Key(setting), value);

            Assert.All(failures, f => Assert.Contains("__", f, StringComparison.Ordinal));
            Assert.All(failures, f => Assert.DoesNotContain('\n', f.Trim()));
            Assert.True(IsPath(setting) || !failures.Any(f => f.Contains(Secret, StringComparison.Ordinal)), string.Join('\n', failures));
        }
    }

    [Fact]
    public void SeveralWrongSettings_AreToldInALineEach()
    {
        var failures = Start(("Jira:Retries", "many"), ("Jira:Concurrency", ""), ("Jira:AttemptTimeout", "soon"), ("Jira:TriggerStatuses", "Ready"));

        Assert.Equal(
            ["Jira__AttemptTimeout", "Jira__Concurrency", "Jira__Retries", "Jira__TriggerStatuses"],
            failures.Select(f => f.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> Start(string key, string value) => Start([(key, value), .. Complete]);

    /// <summary>All that hosts do with the configuration before they serve; the failures, or none.</summary>
    private static IReadOnlyList<string> Start(params (string Key, string Value)[] settings)
    {
        var data = Path.Combine(Path.GetTempPath(), "planner-never-written");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Sound.Concat(settings.Reverse())
                .GroupBy(s => s.Item1, StringComparer.OrdinalIgnoreCase)
                .Select(g => KeyValuePair.Create(g.Key, (string?)g.Last().Item2)))
            .Build();
        try
        {
            using var services = new ServiceCollection()
                .AddLogging()
                .AddPlannerCodebase(configuration, BlobSnapshots.Of(configuration), data, plans: null)
                .AddPlannerIntegrations(configuration, RunDefaults.From(configuration).Triggers, data)
                .AddPlannerApi(configuration, new Exposure(["http://127.0.0.1:7071"]))
                .BuildServiceProvider();
            _ = services.GetRequiredService<ITicketTracker>();
            _ = services.GetRequiredService<IArtifactStore>();
            _ = services.GetService<ILanguageModel>();
            _ = services.GetRequiredService<IOptions<ApiOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return [.. refused.Failures];
        }
    }

    private static string Key(string setting) => setting.Replace("__", ":", StringComparison.Ordinal)
        .Replace("NAME", "shop", StringComparison.Ordinal)
        .Replace(":KEY:", ":SHOP:", StringComparison.Ordinal);

    // A folder that is not there is shown: that it was mistyped is what is to be seen.
    private static bool IsPath(string setting) => setting.EndsWith("Path", StringComparison.Ordinal) || setting == "Tickets__Folder";
}
