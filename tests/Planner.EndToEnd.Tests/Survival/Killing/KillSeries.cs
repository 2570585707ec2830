namespace Planner.EndToEnd.Tests.Survival.Killing;

/// <summary>Plans the same ticket once undisturbed, then once for each moment with a kill there, and compares what is left behind.</summary>
internal sealed class KillSeries(Scratch scratch, CancellationToken cancellation)
{
    // A machine that others use makes one run much faster than the last: such a kill comes too late and is made again.
    private const int Tries = 6;
    private const int KillsBetweenMeasurements = 20;
    private Evidence undisturbed = null!;
    private TimeSpan runTime;

    /// <summary>Kills at each moment (parts of the run's time) and tells of each kill when its plan is done.</summary>
    public async IAsyncEnumerable<KillOutcome> Run(IReadOnlyList<double> moments)
    {
        for (var i = 0; i < moments.Count; i++)
        {
            if (i % KillsBetweenMeasurements == 0)
            {
                await Measure();
            }

            yield return await Kill(moments[i]);
        }
    }

    /// <summary>Another undisturbed plan; it has to leave the same as the first.</summary>
    private async Task Measure()
    {
        var plan = scratch.NewPlan();
        using var planner = PlannerProcess.Start(plan);
        runTime = await planner.RunTime(cancellation);
        if (await planner.Exit(cancellation) != 0)
        {
            throw new InvalidOperationException($"Undisturbed, {plan.Key} was not planned: {planner.Said}");
        }

        var evidence = await Evidence.Of(plan);
        undisturbed ??= evidence;
        if (evidence.Differences(undisturbed) is { Count: > 0 } differences)
        {
            throw new InvalidOperationException($"Two undisturbed plans differ: {string.Join("; ", differences)}");
        }
    }

    private async Task<KillOutcome> Kill(double moment)
    {
        for (var attempt = 1; ; attempt++)
        {
            var plan = scratch.NewPlan();
            var at = await StartAndKill(plan, moment);
            if (!at.HasEnded || attempt == Tries)
            {
                return new KillOutcome(moment, at.Events, undisturbed.Events, at.HasEnded, at.HasEnded ? await Compare(plan) : await Finish(plan));
            }
        }
    }

    private async Task<Evidence> StartAndKill(SamplePlan plan, double moment)
    {
        using var planner = PlannerProcess.Start(plan);
        var sooner = await planner.KillAfter(runTime * moment, cancellation);
        var at = await Evidence.Of(plan);
        if (sooner is { } time)
        {
            runTime = at.HasEnded ? time : throw new InvalidOperationException($"Before its kill, {plan.Key} stopped by itself: {planner.Said}");
        }

        return at;
    }

    private async Task<IReadOnlyList<string>> Finish(SamplePlan plan)
    {
        using var planner = PlannerProcess.Start(plan);
        return await planner.Exit(cancellation) == 0 ? await Compare(plan) : [$"Started again, it did not finish: {planner.Said}"];
    }

    private async Task<IReadOnlyList<string>> Compare(SamplePlan plan) => (await Evidence.Of(plan)).Differences(undisturbed);
}
