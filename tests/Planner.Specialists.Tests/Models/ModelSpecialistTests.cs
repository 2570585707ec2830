using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Specialists.Models;
using Planner.Specialists.Models.Calls;
using Planner.Specialists.Models.Replies;
using Planner.Testing.LanguageModels;
using Planner.Testing.Planning;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Specialists.Tests.Models;

/// <summary>A specialist that thinks with a model.</summary>
public sealed class ModelSpecialistTests
{
    private static readonly SpecialistDefinition Service = SpecialistLibrary.BuiltIn().Single(d => d.Name == "service");

    private static readonly FixedCode Code = new(
        ("src/Shop/OrderService.cs", "class OrderService\n{\n}"),
        ("src/Shop/OrdersEndpoints.cs", "class OrdersEndpoints;"));

    private readonly MemoryStore store = new();

    [Fact]
    public async Task Answer_BecomesAnOpinionThatTheGuardAdmits()
    {
        var model = ScriptedModel.Of(ScriptedModel.Says(Replies.Text(Replies.Good)));

        var opinion = await Consult(model);

        var task = Assert.Single(opinion.Tasks);
        Assert.Equal("service/add-returns", task.Id);
        Assert.Equal(["AC1"], task.Satisfies);
        Assert.Equal(["src/Shop/OrdersEndpoints.cs"], task.LikelyAlso);
        Assert.Equal([Resource.Table("order_returns")], task.Needs);
        Assert.Equal([ReturnsTicket.TestCommand], task.Verification);
        Assert.Contains("- `src/Shop/OrderService.cs`: method Return(long order)", task.Detail, StringComparison.Ordinal);
        var test = Assert.Single(opinion.Tests);
        Assert.Equal(("POST /api/orders", TestAspects.Success | TestAspects.Error, 409), (test.Endpoint, test.Aspects, test.Status));
        Assert.Equal(["src/Shop/OrderService.cs:3"], opinion.Evidence);
        Assert.Equal(10, opinion.Confidence);
        Assert.Equal(new Provenance(ProvenanceKind.Model, "scripted-1", "deep"), opinion.Provenance);
        Assert.Equal(LedgerEntry.Of("scripted", "deep", new ModelUsage(1_000, 600, 0, 200, 50), 0), Assert.Single(opinion.Ledger) with { Call = null });
    }

    [Fact]
    public async Task Lookups_AreAnsweredAndBounded()
    {
        var calls = Enumerable.Repeat(("read_file", """{"path":"src/Shop/OrderService.cs","from":null,"to":null}"""), 9).ToArray();
        var model = ScriptedModel.Of(
            ScriptedModel.Calls(calls),
            ScriptedModel.Says(Replies.Text(Replies.Good)));

        await Consult(model);

        var results = model.Asked[1].Messages.OfType<ToolMessage>().ToList();
        Assert.Equal(9, results.Count);
        Assert.Contains("1: class OrderService", results[0].Text, StringComparison.Ordinal);
        Assert.Contains("No more is looked up", results[8].Text, StringComparison.Ordinal);
        Assert.False(model.Asked[1].MayCallTools);
    }

    [Fact]
    public async Task Opinion_TellsWhatWasReadForIt_AndNotWhatIsNotThere()
    {
        var model = ScriptedModel.Of(
            ScriptedModel.Calls(
                ("read_file", """{"path":"src/Shop/OrdersEndpoints.cs","from":null,"to":null}"""),
                ("read_file", """{"path":"src/Shop/Nowhere.cs","from":null,"to":null}"""),
                ("list_files", """{"pattern":"src/**"}""")),
            ScriptedModel.Calls(("read_file", """{"path":"src/Shop/OrderService.cs","from":2,"to":3}""")),
            ScriptedModel.Says(Replies.Text(Replies.Good)));

        var opinion = await Consult(model);

        Assert.Equal(["src/Shop/OrderService.cs", "src/Shop/OrdersEndpoints.cs"], opinion.Read);
    }

    [Theory]
    [InlineData("""{"path":"../../etc/passwd"}""")]
    [InlineData("""{"path":"/etc/passwd"}""")]
    [InlineData("""{"path":7}""")]
    [InlineData("no json")]
    public async Task Lookup_OfWhatIsNoFileOfTheCodeBase_IsAnsweredWithWhatIsWrong(string arguments)
    {
        var model = ScriptedModel.Of(ScriptedModel.Calls(("read_file", arguments)), ScriptedModel.Says(Replies.Text(Replies.Good)));

        await Consult(model);

        var result = Assert.Single(model.Asked[1].Messages.OfType<ToolMessage>()).Text;
        Assert.True(result.Contains("There is no file", StringComparison.Ordinal) || result.Contains("no JSON", StringComparison.Ordinal), result);
    }

    [Fact]
    public async Task AnsweredCalls_AreNotPaidAgain()
    {
        var model = ScriptedModel.Of(ScriptedModel.Calls(("list_files", """{"pattern":"src/**"}""")), ScriptedModel.Says(Replies.Text(Replies.Good)));

        var first = await Consult(model);
        var again = await Consult(model);

        Assert.Equal(2, model.Asked.Count);
        Assert.Equivalent(first, again, strict: true);
    }

    [Fact]
    public async Task AnswerOfAnotherShape_IsAskedForOnceMore()
    {
        var model = ScriptedModel.Of(ScriptedModel.Says("I would rather talk."), ScriptedModel.Says($"```json\n{Replies.Text(Replies.Good)}\n```"));

        var opinion = await Consult(model);

        Assert.True(opinion.Applies);
        Assert.Contains("no JSON of the shape", ((UserMessage)model.Asked[1].Messages[^1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_AreQuotedOnceAndTheRepairCostsOnlyItself()
    {
        var broken =
            Replies.Good with { Tasks = [Replies.Good.Tasks[0] with { Files = [new() { Path = "src/Nowhere.cs", Change = ChangeKind.Modify, What = "x" }] }] };
        var model = ScriptedModel.Of(ScriptedModel.Says(Replies.Text(broken)), ScriptedModel.Says(Replies.Text(Replies.Good)));

        var opinion = await GuardedConsultation.Give(Specialist(model), Consultation(), Calls.First(TestContext.Current.CancellationToken));

        Assert.Equal("src/Shop/OrderService.cs", Assert.Single(Assert.Single(opinion.Tasks).Files).Path);
        Assert.Equal(2, opinion.Ledger.Count);
        Assert.Contains("src/Nowhere.cs", ((UserMessage)model.Asked[1].Messages[^1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommonPart_IsTheSameForEverySpecialist()
    {
        var model = new ScriptedModel((_, _) => ScriptedModel.Says(Replies.Text(Replies.Good with { Applies = false })));

        foreach (var definition in SpecialistLibrary.BuiltIn())
        {
            await Specialist(model).Consult(Consultation() with { Definition = definition }, Calls.First(TestContext.Current.CancellationToken));
        }

        Assert.Single(model.Asked.Select(r => (((SystemMessage)r.Messages[0]).Text, ((UserMessage)r.Messages[1]).Text, r.Schema)).Distinct());
        Assert.Single(model.Asked.Select(r => r.CacheKey).Distinct(StringComparer.Ordinal));
    }

    private Task<Opinion> Consult(ScriptedModel model) => Specialist(model).Consult(Consultation(), Calls.First(TestContext.Current.CancellationToken));

    private ModelSpecialist Specialist(ScriptedModel model) => new(Accounts.Calls(model, store), Code);

    private static Consultation Consultation() => new()
    {
        Definition = Service,
        Round = 1,
        Ticket = ReturnsTicket.Ticket,
        Criteria = ReturnsTicket.Criteria,
        Grounding = ReturnsTicket.Grounding,
        Assignment = new CriteriaAssignment(["service"], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["service"] = ["AC1"] }),
    };
}
