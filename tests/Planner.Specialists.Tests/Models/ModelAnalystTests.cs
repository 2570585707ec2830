using System.Text.Json;
using Planner.Core.LanguageModels;
using Planner.Core.Specialists;
using Planner.Specialists.Models.Calls;
using Planner.Specialists.Models.Reading;
using Planner.Specialists.Models.Replies;
using Planner.Testing.LanguageModels;
using Planner.Testing.Planning;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Specialists.Tests.Models;

/// <summary>Reading a ticket with a model.</summary>
public sealed class ModelAnalystTests
{
    private static readonly ReadingReply Wanted = new()
    {
        EndState = "Returns are stored.",
        Constraints = [],
        Work = ["Add a table"],
        Removals = [],
        Contradictions = [],
        Open = [new OpenReply { Question = "Which reasons?", Recommended = "Three.", Impact = 20, Uncertainty = 5 }],
    };

    [Fact]
    public async Task Files_AreInTheModelsOrder_WithoutWhatItMadeUp()
    {
        var ranking = new RankReply
        {
            Files = [Ranked("src/Shop/OrdersEndpoints.cs"), Ranked("src/Nowhere.cs")],
            Added = [Ranked("src/Shop/Returns.cs"), Ranked("../outside.cs"), Ranked("src/Shop/OrderService.cs")],
        };

        var close = await Read(ScriptedModel.Of(Says(Wanted), Says(ranking)));

        Assert.Equal(["src/Shop/OrdersEndpoints.cs", "src/Shop/OrderService.cs"], close.Files.Select(f => f.Path));
        Assert.Equal("src/Shop/Returns.cs", Assert.Single(close.Reading.NewFiles).Path);
        Assert.Equal(50, Assert.Single(close.Reading.Open).Weight);
        Assert.Equal(2, close.Ledger.Count);
    }

    [Fact]
    public async Task FaultOfTheSecondCall_TellsWhatBothTook()
    {
        var model = ScriptedModel.Of(Says(Wanted), ScriptedModel.Says("no"), ScriptedModel.Says("no again"));

        var fault = await Assert.ThrowsAsync<ModelAnswerException>(() => Read(model));

        Assert.Equal(3, fault.Paid.Count);
    }

    private static RankedReply Ranked(string path) => new() { Path = path, Why = "changes" };

    private static ModelAnswer Says<T>(T reply) => ScriptedModel.Says(JsonSerializer.Serialize(reply, StrictSchema.Options));

    private static Task<CloseReading> Read(ScriptedModel model) =>
        new ModelAnalyst(Accounts.Calls(model, new MemoryStore())).Read(
            new AnalysisInputs(ReturnsTicket.Ticket, ReturnsTicket.Criteria, ReturnsTicket.Grounding, Previous: null),
            Calls.First(TestContext.Current.CancellationToken));
}
