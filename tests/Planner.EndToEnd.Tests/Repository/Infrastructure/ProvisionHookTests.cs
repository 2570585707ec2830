using System.Diagnostics;
using System.Text.Json;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Repository.Infrastructure;

/// <summary>What azd runs before and after it provisions.</summary>
public sealed class ProvisionHookTests
{
    private const string Hash = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

    [Theory]
    [InlineData("", "API_KEY_HASH")]
    [InlineData("API_KEY_HASH=secret", "API_KEY_HASH")]
    [InlineData($"API_KEY_HASH={Hash} JIRA_BASE_URL=jira.example", "JIRA_BASE_URL")]
    [InlineData($"API_KEY_HASH={Hash} JIRA_BASE_URL=https://jira.example", "JIRA_TOKEN")]
    [InlineData($"API_KEY_HASH={Hash} JIRA_BASE_URL=https://jira.example JIRA_TOKEN=t JIRA_WEBHOOK_SECRET=short", "JIRA_WEBHOOK_SECRET")]
    [InlineData($"API_KEY_HASH={Hash} DURABLE_BACKEND=disk", "DURABLE_BACKEND")]
    [InlineData($"API_KEY_HASH={Hash} MODELS=existing", "MODEL_ACCOUNT")]
    public async Task Before_WithWrongValues_NamesThemAndStops(string values, string named)
    {
        var (code, _, error) = await Run(RepositoryRoot.Path, "preprovision.sh", values);

        Assert.Equal(1, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"API_KEY_HASH={Hash}")]
    [InlineData($"API_KEY_HASH={Hash} JIRA_BASE_URL=https://jira.example JIRA_TOKEN=t JIRA_WEBHOOK_SECRET=0123456789abcdef DURABLE_BACKEND=storage MODELS=new")]
    public async Task Before_WithRightValues_GoesOn(string values)
    {
        var (code, _, error) = await Run(RepositoryRoot.Path, "preprovision.sh", values);

        Assert.Equal("", error);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task After_WritesSettingsOfThisMachineOnceAndNoSecret()
    {
        var root = Directory.CreateTempSubdirectory("planner \"hook\"").FullName;
        try
        {
            const string Secrets = "JIRA_TOKEN=hidden-token JIRA_WEBHOOK_SECRET=hidden-secret";
            const string Values = $"API_KEY_HASH={Hash} {Secrets} JIRA_WEBHOOK_ADDRESS=https://app.example/api/jira/webhook";
            var (code, output, _) = await Run(root, "postprovision.sh", Values);
            var file = Path.Combine(root, "local.settings.json");
            var written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var values = JsonDocument.Parse(written).RootElement.GetProperty("Values");
            await Run(root, "postprovision.sh", "API_KEY_HASH=other");

            Assert.Equal(0, code);
            Assert.Contains("https://app.example/api/jira/webhook", output, StringComparison.Ordinal);
            Assert.Equal(Hash, values.GetProperty("Api__Keys__0__Hash").GetString());
            Assert.Equal($"{root}/.work", values.GetProperty("Artifacts__Path").GetString());
            Assert.DoesNotContain("hidden", written + output, StringComparison.Ordinal);
            Assert.Equal(written, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void SettingsOfThisMachine_AreIgnoredByGit() =>
        Assert.Contains("local.settings.json", File.ReadAllLines(Path.Combine(RepositoryRoot.Path, ".gitignore")));

    private static async Task<(int Code, string Output, string Error)> Run(string root, string hook, string values)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sh here.");
        var script = Path.Combine(root, "infra", "hooks", hook);
        if (!File.Exists(script))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(script)!);
            File.Copy(Path.Combine(RepositoryRoot.Path, "infra", "hooks", hook), script);
        }

        var start = new ProcessStartInfo("sh", [script]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        foreach (var value in values.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            start.Environment[value[..value.IndexOf('=', StringComparison.Ordinal)]] = value[(value.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
