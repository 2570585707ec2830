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

    // A machine that others use makes one ticket much faster than the last: such a kill comes too late and is made again.
    private const int Tries = 6;
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
        var time = await Lived(ticket);
        return await ticket.Faults(server, cancellation) is { Count: > 0 } faults
            ? throw new InvalidOperationException($"Undisturbed: {string.Join("; ", faults)}")
            : time;
    }

    private async Task<ServerKill> Kill(double moment)
    {
        for (var attempt = 1; ; attempt++)
        {
            var ticket = Next();
            var life = Lived(ticket);
            await Task.Delay(undisturbed * moment, cancellation);
            var isLate = life.IsCompleted;
            if (isLate && attempt < Tries)
            {
                undisturbed = await life;
                continue;
            }

            await server.Kill();
            await life;
            return new ServerKill(moment, attempt, isLate, ticket.Times, await ticket.Faults(server, cancellation));
        }
    }

    private async Task<TimeSpan> Lived(PlannedTicket ticket)
    {
        var watch = Stopwatch.StartNew();
        await ticket.Live(server, cancellation);
        return watch.Elapsed;
    }

    private PlannedTicket Next() => new(jira, "SHOP-" + (tickets++).ToString(CultureInfo.InvariantCulture));
}

/// <summary>A kill of the server.</summary>
/// <param name="Moment">Part of the time from the transition to the plan.</param>
/// <param name="Attempts">How many tickets it took until one was killed before its plan was there.</param>
/// <param name="TooLate">The plan was there before, at every attempt.</param>
/// <param name="Times">How long the parts of the last ticket's life took, in seconds.</param>
/// <param name="Faults">What went wrong.</param>
internal sealed record ServerKill(double Moment, int Attempts, bool TooLate, string Times, IReadOnlyList<string> Faults)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"at {Moment:0.000}, attempt {Attempts}{(TooLate ? ", too late" : "")} ({Times}): {(Faults.Count == 0 ? "well" : string.Join("; ", Faults))}");
}
