using Planner.Core.Tickets;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class EpicKillTests
{
    private const string Interrupted = "SHOP-12";

    [Fact]
    public async Task KillInTheMiddleOfAnEpicsConsultation_RepaysNoStoryThatIsFinished()
    {
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked), Epic, Story("SHOP-11"), Story(Interrupted), Story("SHOP-13"));
        var reached = new TaskCompletionSource();
        host.Panel.Before = (asked, cancellation) =>
        {
            if (asked.Definition.Name != "service" || asked.Ticket.Key != Interrupted)
            {
                return Task.CompletedTask;
            }

            reached.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellation);
        };
        await host.Start();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await host.Close();
        host.Panel.Before = null;
        host.Open();

        await host.Result();

        var asked = host.Panel.Asked.Zip(host.Panel.Keys, (c, key) => (c.Definition.Name, Story: c.Ticket.Key, Key: key)).ToList();
        Assert.Equal(["SHOP-11", "SHOP-12", "SHOP-12", "SHOP-13"], asked.Where(a => a.Name == "service").Select(a => a.Story));
        Assert.All(asked.GroupBy(a => (a.Name, a.Story)), g => Assert.Equal(g.Key == ("service", Interrupted) ? 2 : 1, g.Count()));
        Assert.All(
            asked.GroupBy(a => (a.Name, a.Story)),
            g => Assert.EndsWith("/" + g.Key.Story, Assert.Single(g.Select(a => a.Key).Distinct()), StringComparison.Ordinal));
        Assert.Equal(asked.Count - 1, asked.Select(a => a.Key).Distinct().Count());
    }

    private static Ticket Epic { get; } =
        StoryHost.Ready with { Type = "Epic", Summary = "Tell customers what happens", Description = "Customers hear of their orders." };

    private static Ticket Story(string key) =>
        StoryHost.Ready with { Key = key, Type = "Story", Summary = $"Story {key}", Parent = new TicketLink("SHOP-7", "parent", "Tell customers", "To Do") };
}
