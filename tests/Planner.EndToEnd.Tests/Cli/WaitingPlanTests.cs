using System.Diagnostics;
using Planner.EndToEnd.Tests.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

/// <summary>The real command on a run that waits for people: it says so, and a time that is given again counts for what is open.</summary>
public sealed class WaitingPlanTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public WaitingPlanTests() => scratch.Write(
        "asks.md",
        "---\nkey: SHOP-7\n---\n# `PriceList.Round` adds prices\n\n## Where is a price rounded?\n\n- Option A: Round the total once after adding.\n- Option "
            + "B: Round every price before adding it up.\n\n## Acceptance criteria\n\n- `PriceList.Round` gives 1.01 for 1.005.\n- `PriceList.Round` refuses "
            + "a negative price.\n");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task RunThatWaits_SaysForWhatAndUntilWhen_AndGoesOnWithTheTimeThatIsGivenAgain()
    {
        await Killed("Waits until", "--decision-timeout", "2d");

        var told = await Killed("To go on without answers", "--non-interactive");
        Assert.StartsWith("Run SHOP-7-cli-1 goes on", told[0], StringComparison.Ordinal);
        Assert.Contains(told, l => l.StartsWith("Waits until 20", StringComparison.Ordinal)
            && l.Contains("TD001 from ", StringComparison.Ordinal)
            && l.Contains(" UTC for ", StringComparison.Ordinal));
        Assert.Contains("--decision-timeout 0s", told[^1], StringComparison.Ordinal);

        var finished = await scratch.PlanFile("asks.md", "--non-interactive", "--decision-timeout", "0s");
        Assert.Equal(0, finished.Code);
        Assert.Contains("SHOP-7 v1: ", finished.Output, StringComparison.Ordinal);
        Assert.Contains("PROVISIONAL", File.ReadAllText(Path.Combine(scratch.Out, "JIRA-SHOP-7", "v1", "decisions.md")), StringComparison.Ordinal);
        Assert.DoesNotContain("Waits until", finished.Output, StringComparison.Ordinal);
    }

    /// <summary>Starts the command, kills it once it says something, and returns its lines.</summary>
    private async Task<List<string>> Killed(string said, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "planner.dll"), .. Arguments(more)])
        {
            WorkingDirectory = scratch.Root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var lines = new List<string>();
        try
        {
            while (lines.Count == 0 || !lines[^1].Contains(said, StringComparison.Ordinal))
            {
                lines.Add(await process.StandardOutput.ReadLineAsync(limit.Token)
                    ?? throw new InvalidOperationException($"It ended with: {string.Join('\n', lines)}"));
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        return lines;
    }

    private string[] Arguments(params string[] more) => ["plan", "asks.md", "--codebase", "code", "--out", "out", .. more];
}
