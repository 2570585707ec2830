using Planner.Core.Planning.Control;
using Planner.Durability;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

/// <summary>What the comment says of a run before there is a plan.</summary>
public sealed class StandingStoryTests
{
    private const string Started =
        "**Planner is at work.** It reads the code base `shop` for SHOP-7; the plan, or its questions, come here. Run `SHOP-7-cli-1`.\n";

    [Fact]
    public async Task RunAtWork_SaysSoBeforeItThinks()
    {
        StoryHost host = null!;
        var before = new List<string>();
        host = new StoryHost(asked =>
        {
            lock (before)
            {
                before.AddRange(host.Tracker.Comments);
            }

            return ScriptedOpinions.Sure(asked);
        });
        await using var closing = host;

        await host.Start();
        await host.Result();

        Assert.Equal([Started], before.Distinct());
        Assert.Equal(2, host.Tracker.Comments.Count);
    }

    [Fact]
    public async Task TicketThatIsNotReady_GetsItsQuestionsAlone()
    {
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked), StoryHost.Ready with { Description = "https://example.org/wiki/42" });

        await host.Start();
        await host.Result();

        Assert.StartsWith("**Not planned yet.**", Assert.Single(host.Tracker.Comments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunThatFails_SaysSoAndKeepsItsFault()
    {
        await using var host = new StoryHost(_ => throw new StepException("the specialist lost /srv/secret-place", retryHelps: false));

        await host.Start();
        var run = await host.Client.WaitForEnd(StoryHost.RunId);

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("secret-place", run.Reason, StringComparison.Ordinal);
        var last = host.Tracker.Comments.Last();
        Assert.StartsWith("**Planning ended with a fault** at the step `consult`. `planner show SHOP-7-cli-1` tells", last, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-place", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunThatIsStopped_SaysSoAndByWhom()
    {
        await using var host = new StoryHost(asked => asked.Definition.Name == "database"
            ? ScriptedOpinions.Asking(asked, Planner.Core.Opinions.Reversibility.Easy, "service")
            : ScriptedOpinions.Sure(asked));
        await host.Start(StoryHost.Patient(TimeSpan.FromDays(2)));
        await host.UntilWaiting();
        var run = await host.Client.Get(StoryHost.RunId);

        await host.Client.Stop(run!, "cancelled by [Rita](http://evil.example)", CancellationToken.None);
        await host.Client.WaitForEnd($"stopped-{StoryHost.RunId}");

        Assert.Equal(RunStatus.Terminated, (await host.Client.Get(StoryHost.RunId))!.Status);
        Assert.StartsWith("**Planning was stopped**: cancelled by \\[Rita\\]", host.Tracker.Comments.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunThatHasEnded_IsNotStoppedAnyMore()
    {
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked));
        await host.Start();
        await host.Result();

        await host.Client.Stop((await host.Client.Get(StoryHost.RunId))!, "cancelled by Rita", CancellationToken.None);

        Assert.Null(await host.Client.Get($"stopped-{StoryHost.RunId}"));
    }
}
