using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Core.Planning.Retention;
using Planner.Functions.Durable;
using Planner.Integrations.Artifacts;

namespace Planner.Functions.Tests.Durable;

public sealed class HostRetentionTests
{
    [Fact]
    public async Task ManyRuns_AreLookedAtAPartAtATime_AndTheNextCallGoesOn()
    {
        var (runs, marks, hub) = (new ManyRuns(), new MemoryMarks(), 0);
        for (var number = 0; number < 1200; number++)
        {
            runs.Add($"SHOP-1-api-{number}", runs.Clock.GetUtcNow().AddDays(-60).AddMinutes(-number), OrchestrationRuntimeStatus.Completed);
        }

        List<RetentionReport> reports = [];
        do
        {
            reports.Add(await Host().Run(TestContext.Current.CancellationToken));
            hub = Math.Max(hub, runs.Hub.Listed);
            runs.Hub.Reset();
        }
        while (reports[^1].Cursor is not null);

        Assert.Equal([500, 500, 200], reports.Select(r => r.Purged + r.Kept));
        Assert.Empty(marks.Places);

        // Of this story nothing is a plan, and the hub of this test deletes nothing; what counts is what was read.
        HostRetention Host() => new(
            new RunRetention(runs.Host(), new FileArtifactStore(Path.GetTempPath()), new RetentionOptions { Days = 30 }, NullLogger<RunRetention>.Instance),
            marks,
            runs.Clock,
            NullLogger<HostRetention>.Instance);
    }

    [Fact]
    public async Task ZeroDays_KeepsEverythingAndReadsNothing()
    {
        var runs = new ManyRuns();
        runs.Add("SHOP-1-api-1", runs.Clock.GetUtcNow().AddYears(-5), OrchestrationRuntimeStatus.Completed);

        var report =
            await new RunRetention(runs.Host(), new FileArtifactStore(Path.GetTempPath()), new RetentionOptions { Days = 0 }, NullLogger<RunRetention>.Instance)
            .Purge(runs.Clock.GetUtcNow(), null, 5, () => false, TestContext.Current.CancellationToken);

        Assert.Equal((0, 0), (report.Purged, runs.Hub.Requests));
    }
}
