using Planner.Core.Decisions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Core.Tickets;
using Planner.Durability;
using Planner.EndToEnd.Tests.Story;
using Planner.Engine.History;
using Planner.Testing.Planning;

namespace Planner.EndToEnd.Tests.Histories;

/// <summary>One way through the story, told on the real engine so that its history can be kept.</summary>
internal sealed record RecordedStory(Func<Consultation, Opinion> Script, Func<StoryHost, Task> Tell)
{
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    /// <summary>The ticket; one that is ready unless given.</summary>
    public Ticket? Ticket { get; init; }

    /// <summary>True where the run that is kept follows another.</summary>
    public bool Follows { get; init; }

    /// <summary>Every way that is kept, by the name in its file's name.</summary>
    public static IReadOnlyDictionary<string, RecordedStory> All { get; } = new SortedDictionary<string, RecordedStory>(StringComparer.Ordinal)
    {
        ["sure"] = new(asked => ScriptedOpinions.Sure(asked), AtOnce),
        ["research"] = new(UnsureUntilResearched, AtOnce),
        ["mended"] = new(UnverifiedUntilReviewed, AtOnce),
        ["answered"] = new(DatabaseAsks, Answer),
        ["provisional"] = new(DatabaseAsks, LetTimePass),
        ["late"] = new(DatabaseAsks, AnswerLate) { Follows = true },
        ["refined"] = new(DatabaseAsks, Refine) { Follows = true },
        ["not-ready"] = new(asked => ScriptedOpinions.Sure(asked), AtOnce) { Ticket = StoryHost.Ready with { Description = "https://example.org/wiki/42" } },
    };

    /// <summary>Tells it from beginning to end; the output folder is named alike wherever it was told.</summary>
    public async Task<RunHistory> Record()
    {
        await using var host = new StoryHost(Script, Ticket);
        await Tell(host);
        await host.Result();
        var run = Follows ? (await host.Client.List(new RunQuery(IdPrefix: "SHOP-7-"))).Items[0].InstanceId : StoryHost.RunId;
        await host.Result(run);
        var history = host.Engine.Export(run)!;
        return RunHistory.FromJson(history.ToJson().Replace(host.Output, "/plans", StringComparison.Ordinal));
    }

    private static Task AtOnce(StoryHost host) => host.Start();

    private static async Task Answer(StoryHost host)
    {
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();
        await host.Desk.Decide(StoryHost.RunId, "TD001", InboxAnswer.Decided("B", "We know it.", "Rita", StoryHost.SourceDate), CancellationToken.None);
    }

    private static async Task AnswerLate(StoryHost host)
    {
        await host.Start();
        await host.Result();
        await host.Desk.Decide(StoryHost.RunId, "TD001", InboxAnswer.Decided("A", "We know it.", "Rita", StoryHost.SourceDate), CancellationToken.None);
    }

    private static async Task Refine(StoryHost host)
    {
        await host.Start();
        await host.Result();
        await host.FollowUps.Refine(
            "SHOP-7",
            "`OrderService` keeps failed mails for 30 days.",
            "Rita",
            StoryHost.SourceDate,
            "comment 900",
            CancellationToken.None);
    }

    private static async Task LetTimePass(StoryHost host)
    {
        await host.Start(StoryHost.Patient(TwoDays));
        await host.UntilWaiting();
        host.Clock.Advance(TwoDays / 2);
        await Until(host, "remind");
        host.Clock.Advance(TwoDays / 2.5);
        await Until(host, "escalate");
        host.Clock.Advance(TwoDays);
    }

    private static async Task Until(StoryHost host, string step)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!HasReturned(host.Engine.Export(StoryHost.RunId)!.Events, step))
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private static bool HasReturned(IReadOnlyList<HistoryEvent> events, string step) =>
        events.OfType<StepCalled>().FirstOrDefault(c => c.Step == step) is { } called
        && events.OfType<StepCompleted>().Any(c => c.Call == called.Call);

    private static Opinion UnsureUntilResearched(Consultation asked) =>
        asked.Definition.Name == "service" && asked.Research.Count == 0
            ? ScriptedOpinions.Sure(asked, 5) with { Gaps = [new Gap("OrderService", "Where OrderService stands.")] }
            : ScriptedOpinions.Sure(asked);

    private static Opinion UnverifiedUntilReviewed(Consultation asked)
    {
        var sure = ScriptedOpinions.Sure(asked);
        return asked.Definition.Name == "service" && asked.Findings.Count == 0
            ? sure with { Tasks = [sure.Tasks[0] with { Verification = [] }] }
            : sure;
    }

    private static Opinion DatabaseAsks(Consultation asked) =>
        asked.Definition.Name == "database" ? ScriptedOpinions.Asking(asked, Reversibility.Hard, "service") : ScriptedOpinions.Sure(asked);
}
