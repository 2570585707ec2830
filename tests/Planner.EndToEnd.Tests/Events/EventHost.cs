using System.Text;
using Planner.Core.Conversation;
using Planner.Core.Events;
using Planner.Core.Planning;
using Planner.Core.Planning.Runs;
using Planner.Durability;
using Planner.EndToEnd.Tests.Story;
using Planner.Testing.Planning;

namespace Planner.EndToEnd.Tests.Events;

/// <summary>The real story and the handling of events on the real engine, with a scripted panel and a conversation in memory.</summary>
internal sealed class EventHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>One code base, for all projects.</summary>
    public static CodebaseChoice Shop { get; } = new([new ConfiguredCodebase("shop", [])]);

    private readonly StoryHost story;
    private readonly TriggerPolicy policy;

    public EventHost(TriggerPolicy? policy = null)
    {
        this.policy = policy ?? new TriggerPolicy { Codebases = Shop };
        this.policy = this.policy with { Planning = StoryHost.Patient(TimeSpan.FromDays(2)) };
        story = new StoryHost(asked => asked.Definition.Name == "database"
            ? ScriptedOpinions.Asking(asked, Planner.Core.Opinions.Reversibility.Easy, "service")
            : ScriptedOpinions.Sure(asked));
        Talk.States["SHOP-7"] = new TicketState("SHOP-7", "3", "Ready for planning");
        Talk.States["10227"] = Talk.States["SHOP-7"];
    }

    public RecordingConversation Talk { get; } = new();

    public IWorkflowClient Client => story.Client;

    public StoryHost Story => story;

    /// <summary>Starts, or starts again where it was closed.</summary>
    public async Task<EventHost> Open(bool isOpen = true)
    {
        if (isOpen)
        {
            await story.Close();
        }

        story.Open(register: (catalog, ports) => catalog
            .AddPlanning(ports)
            .AddEvents(new EventPorts
            {
                Conversation = Talk,
                Client = story.Client,
                Desk = story.Desk,
                FollowUps = story.FollowUps,
                Tracker = story.Tracker,
                Policy = policy,
            }));
        return this;
    }

    /// <summary>Delivers an event and returns whether it was the first delivery.</summary>
    public Task<bool> Deliver(EventRequest request) => Client.Start(new HandleJiraEvent(), request.Id, request);

    /// <summary>Delivers an event and returns what came of it.</summary>
    public async Task<EventResult> Handle(TrackerEvent told, string delivery = "d1")
    {
        var request = HandleJiraEvent.Request(told, delivery, Encoding.UTF8.GetBytes(delivery));
        await Deliver(request);
        return await Result(request.Id);
    }

    public async Task<EventResult> Result(string id)
    {
        using var limit = new CancellationTokenSource(Patience);
        var run = await Client.WaitForEnd(id, limit.Token);
        return run.Status == RunStatus.Completed
            ? Payload.Read<EventResult>(run.Output!)
            : throw new InvalidOperationException($"{id} is {run.Status}: {run.Reason}");
    }

    /// <summary>Writes a comment, delivers it and returns the reply, or null where there is none.</summary>
    public async Task<string?> Say(string id, string markdown, string account = "rita", bool isOurs = false)
    {
        Talk.Comments[id] = new TicketComment(id, account, "Rita", markdown, isOurs);
        await Handle(new TrackerEvent.Commented("SHOP-7", id));
        return Talk.Replies.GetValueOrDefault($"reply-{id}");
    }

    public Task UntilWaiting(string runId) => story.UntilWaiting(runId);

    public async ValueTask DisposeAsync() => await story.DisposeAsync();
}
