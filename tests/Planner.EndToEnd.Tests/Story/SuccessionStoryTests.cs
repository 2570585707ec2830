using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Specialists;
using Planner.Durability;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class SuccessionStoryTests
{
    [Fact]
    public async Task RunOfAnotherVersionThatWaits_IsSucceededAndNobodyIsAskedTwice()
    {
        await using var host = new StoryHost(Script);
        await host.Close();
        host.Open(register: (catalog, ports) => catalog.AddPlanningSteps(ports).Add(new OlderStory()));
        await host.Client.Start(new OlderStory(), StoryHost.RunId, Request);
        await host.UntilWaiting();
        var asked = host.Panel.Asked.Count;
        await host.Engine.Inbox.TryAdd(StoryHost.RunId, "TD001", Payload.Write(InboxAnswer.Decided("A", "", "Rita", StoryHost.SourceDate)));
        await host.Close();

        host.Open();
        var result = await host.Result();

        Assert.Equal(DecisionStatus.Decided, Assert.Single(result.Decisions).Status);
        Assert.Equal(asked, host.Panel.Asked.Count(a => a.Findings.Count == 0));
        var old = await host.Client.Get(StoryHost.RunId);
        Assert.Equal(RunStatus.Terminated, old!.Status);
        Assert.NotNull(old.SucceededBy);
    }

    private static PlanRequest Request =>
        new() { Ticket = "SHOP-7", Codebase = "shop", Policy = StoryHost.Patient(TimeSpan.FromDays(2)) };

    private static Opinion Script(Consultation asked) =>
        asked.Definition.Name == "database" ? ScriptedOpinions.Asking(asked) : ScriptedOpinions.Sure(asked);

    private sealed class OlderStory : Workflow<PlanRequest, PlanResult>
    {
        private readonly PlanTicket today = new();

        public override string Name => today.Name;

        public override string StoryVersion => "0";

        public override Task<PlanResult> Run(WorkflowContext context, PlanRequest input) => today.Run(context, input);
    }
}
