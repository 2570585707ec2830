using Planner.Benchmarks.Survival;
using Planner.EndToEnd.Tests.Serving.Killing;
using Planner.EndToEnd.Tests.Survival.Killing;
using Planner.Testing.Jira;

namespace Planner.Benchmarks.Serving;

/// <summary>A real <c>planner serve</c> under SIGKILL at moments that are spread evenly from a transition to its plan.</summary>
internal static class ServerSurvivalFigures
{
    /// <summary>Returns the exit code: 0 where every ticket has one run, one plan comment and its reply.</summary>
    public static async Task<int> Print(SurvivalOptions options)
    {
        using var scratch = new Scratch();
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);
        await using var server = await RestartedServer.Start(Directory.CreateDirectory(scratch.NewPlan().Output).FullName, jira);
        var kills = new List<ServerKill>();
        await foreach (var kill in new ServerKillSeries(jira, server, CancellationToken.None).Run(KillMoments.Spread(options.Kills, options.Seed)))
        {
            kills.Add(kill);
            await Console.Error.WriteLineAsync($"{kills.Count}/{options.Kills} {kill}");
        }

        Figure.Print("serving.kills", kills.Count, "kills");
        Figure.Print("serving.before_end", kills.Count(k => !k.TooLate), "kills");
        Figure.Print("serving.survived", kills.Count(k => k.Faults.Count == 0), "kills");
        return kills.All(k => k.Faults.Count == 0) ? 0 : 1;
    }
}
