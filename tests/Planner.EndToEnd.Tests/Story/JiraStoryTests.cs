using System.Text.Json.Nodes;
using Planner.Core.Planning;
using Planner.Core.Planning.Runs;
using Planner.Integrations.Jira;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Tickets;
using Planner.Testing.Jira;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

/// <summary>The story against a Jira over real HTTP that changes or fails while the run is on its way.</summary>
public sealed class JiraStoryTests
{
    /// <summary>Runs the story; something happens to the Jira once the ticket has been read, or before.</summary>
    private static async Task<(PlanResult Result, InProcessJira Jira, string Journal, TimeSpan Took)> Run(
        Action<InProcessJira, StoryHost> meanwhile, Action<InProcessJira>? before = null, Func<StoryHost, Task>? after = null)
    {
        InProcessJira jira = null!;
        StoryHost host = null!;
        var happened = 0;
        host = new StoryHost(asked =>
        {
            if (Interlocked.Exchange(ref happened, 1) == 0)
            {
                meanwhile(jira, host);
            }

            return ScriptedOpinions.Sure(asked);
        });
        await using var closing = host;
        jira = await InProcessJira.Start(isCloud: false, host.Clock);
        await using var closingJira = jira;
        jira.World.Add("SHOP-7", StoryHost.Ready.Summary, JsonValue.Create(StoryHost.Ready.Description));
        before?.Invoke(jira);
        using var client = new JiraClient(
            new JiraOptions
            {
                BaseUrl = jira.Url,
                PersonalAccessToken = InProcessJira.Token,
                AttemptTimeout = TimeSpan.FromMinutes(4),
                TotalTimeout = TimeSpan.FromMinutes(5),
            },
            host.Clock);
        await host.Close();
        host.Open(register: (catalog, ports) => catalog.AddPlanning(ports with { Tracker = new JiraTicketTracker(client) }));
        var start = host.Clock.GetUtcNow();

        await host.Start();
        var ended = host.Result();
        while (await Task.WhenAny(ended, Task.Delay(5)) != ended)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await (after?.Invoke(host) ?? Task.CompletedTask);
        var journal = await host.Engine.Journal.Read(StoryHost.RunId);
        return (await ended, jira, string.Join('\n', journal.Select(l => l.Entry.Text)), host.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task JiraDownForAnHour_IsWaitedForAndGetsItsOneComment()
    {
        var (_, jira, journal, took) = await Run((jira, host) =>
        {
            jira.Faults.Add(new JiraFault.Status(503, "<html>Jira is starting</html>", "text/html"), times: int.MaxValue);
            host.Clock.CreateTimer(_ => jira.Faults.Clear(), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        });

        Assert.True(took >= TimeSpan.FromHours(1));
        Assert.Single(jira.World.Tickets["SHOP-7"].Comments);
        Assert.Contains("Commented on SHOP-7", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchForChildrenIsNotThere_ThePlanSaysWhyTheyAreNotInIt()
    {
        string? grounding = null;

        await Run(
            (_, _) => { },
            before: jira => jira.Faults.Add(new JiraFault.Status(404), times: int.MaxValue, path: "/search"),
            after: async host => grounding = await host.Store.Read("SHOP-7", 1, "grounding.json", CancellationToken.None));

        Assert.Contains("has no route /rest/api/2/search", grounding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TicketDeletedDuringTheRun_CostsTheCommentAlone()
    {
        var (result, _, journal, _) = await Run((jira, _) => jira.World.Delete("SHOP-7"));

        Assert.Equal(1, result.Version);
        Assert.Contains("No comment on SHOP-7: Jira has no ticket SHOP-7", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TicketMovedDuringTheRun_GetsItsCommentUnderTheNewKey()
    {
        var (_, jira, _, _) = await Run((jira, _) => jira.World.Move("SHOP-7", "CORE-3"));

        Assert.Single(jira.World.Tickets["CORE-3"].Comments);
    }
}
