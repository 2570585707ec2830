using System.Diagnostics;
using System.Globalization;
using Planner.Testing.Jira;

namespace Planner.EndToEnd.Tests.Serving.Killing;

/// <summary>
/// One server over one folder plans ticket after ticket and is killed once during each: at a part of the time from the transition
/// to the plan, people's reply between them.
/// </summary>
internal sealed class ServerKillSeries(InProcessJira jira, RestartedServer server, CancellationToken cancellation)
{
    private const int FirstTicket = 1_000;
    private int tickets = FirstTicket;
    private TimeSpan undisturbed;

    public async IAsyncEnumerable<ServerKill> Run(IReadOnlyList<double> moments)
    {
        // The first warms up.
        await Undisturbed();
        undisturbed = await Undisturbed();
        foreach (var moment in moments)
        {
            yield return await Kill(moment);
        }
    }

    private async Task<TimeSpan> Undisturbed()
    {
        var ticket = Next();
        var watch = Stopwatch.StartNew();
        await ticket.Live(server, cancellation);
        var time = watch.Elapsed;
        return await ticket.Faults(server, cancellation) is { Count: > 0 } faults
            ? throw new InvalidOperationException($"Undisturbed: {string.Join("; ", faults)}")
            : time;
    }

    private async Task<ServerKill> Kill(double moment)
    {
        var ticket = Next();
        var life = ticket.Live(server, cancellation);
        await Task.Delay(undisturbed * moment, cancellation);
        var isLate = life.IsCompleted;
        await server.Kill();
        await life;
        return new ServerKill(moment, isLate, await ticket.Faults(server, cancellation));
    }

    private PlannedTicket Next() => new(jira, "SHOP-" + (tickets++).ToString(CultureInfo.InvariantCulture));
}

/// <summary>A kill of the server.</summary>
/// <param name="Moment">Part of the time from the transition to the plan.</param>
/// <param name="TooLate">The plan was there before.</param>
/// <param name="Faults">What went wrong.</param>
internal sealed record ServerKill(double Moment, bool TooLate, IReadOnlyList<string> Faults);
