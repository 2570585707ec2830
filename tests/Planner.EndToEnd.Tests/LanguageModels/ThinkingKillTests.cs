using System.Diagnostics;
using Planner.EndToEnd.Tests.Cli;
using Planner.Testing.Categories;
using Planner.Testing.LanguageModels;
using Xunit;

namespace Planner.EndToEnd.Tests.LanguageModels;

/// <summary>The command is killed while a model thinks; no answer that was given is paid for again.</summary>
[LongRunning]
public sealed class ThinkingKillTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly int[] Kills = [1, 2, 3, 5, 8];

    private readonly ScratchFolder scratch = new();
    private readonly List<string> answered = [];
    private readonly Lock gate = new();
    private TaskCompletionSource reached = new();
    private int asked;
    private int heldAt;

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task KilledAtCallsOfAModel_PaysForNoAnswerTwice()
    {
        await using var server = await ModelServer.Start(TimeProvider.System);
        server.Answer = Answer;

        foreach (var kill in Kills)
        {
            await KillAt(kill, server);
        }

        heldAt = 0;
        using var last = Start(server);
        await last.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(0, last.ExitCode);
        Assert.Equal(answered.Count, answered.Distinct(StringComparer.Ordinal).Count());
        Assert.True(File.Exists(Path.Combine(scratch.Out, "JIRA-SHOP-9", "v1", "implementation.md")));
    }

    /// <summary>The call of that number since the start is never answered; the process is killed while it waits.</summary>
    private async Task KillAt(int call, ModelServer server)
    {
        lock (gate)
        {
            (asked, heldAt, reached) = (0, call, new TaskCompletionSource());
        }

        using var process = Start(server);
        var ended = process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var first = await Task.WhenAny(reached.Task, ended).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.True(first == reached.Task, $"The command ended before call {call}.");

        // Answers that were given at the same time are written down before they are used; only the one that is held is lost.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        process.Kill(entireProcessTree: true);
        await ended;
    }

    private ModelReply Answer(ModelServerRequest request)
    {
        lock (gate)
        {
            if (++asked >= heldAt && heldAt > 0)
            {
                reached.TrySetResult();
                return new ModelReply.Silence();
            }

            answered.Add(request.Body.ToJsonString());
            return SmallMind.Answer(request);
        }
    }

    private Process Start(ModelServer server)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "planner.dll"), "plan", Path.Combine(scratch.Root, "ticket.md"),
                "--codebase", Path.Combine(scratch.Root, "code"), "--out", scratch.Out, "--non-interactive",
            ])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        start.Environment["LanguageModel__Endpoint"] = server.Endpoint;
        start.Environment["LanguageModel__ApiKey"] = ModelServer.Key;
        start.Environment["LanguageModel__Deployments__Standard"] = "mind";
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
