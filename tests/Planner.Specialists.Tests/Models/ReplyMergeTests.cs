using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Specialists.Models.Replies;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Specialists.Tests.Models;

/// <summary>A later answer that tells only what is different.</summary>
public sealed class ReplyMergeTests
{
    private static readonly TaskReply Other = Replies.Good.Tasks[0] with { Key = "add-endpoint", Title = "Add the endpoint" };

    private static readonly OpinionReply First = Replies.Good with
    {
        Tasks = [Replies.Good.Tasks[0], Other],
        Tests = [Replies.Good.Tests[0], Replies.Good.Tests[0] with { Task = "add-endpoint", Title = "The endpoint answers 409" }],
        Migrations = [Script("create_returns", "add-returns"), Script("add_reason", "add-endpoint")],
        Risks = [Risk("Two returns of one order at once")],
        Decisions = [Decision("placement:return-rule", "Where the rule lives")],
    };

    private static readonly OpinionReply Nothing = First with { Tasks = [], Tests = [], Migrations = [], Risks = [], Decisions = [], Questions = [] };

    private readonly Opinion before = ReplyOpinion.Of(First, Consultation(null));

    [Fact]
    public void NothingNew_LeavesAllWordForWord()
    {
        var after = Then(Nothing);

        Assert.Equivalent(before, after with { Rationale = before.Rationale, Summary = before.Summary }, strict: true);
    }

    [Fact]
    public void SameKey_StandsInThePlace_WithItsOwnTestsAndItsScript()
    {
        var after = Then(Nothing with
        {
            Tasks = [Other with { Title = "Add the endpoint below orders" }],
            Tests = [Replies.Good.Tests[0] with { Task = "add-endpoint", Title = "The endpoint answers 404" }],
        });

        Assert.Equal(["Add returns to OrderService", "Add the endpoint below orders"], after.Tasks.Select(t => t.Title));
        Assert.Equal(["service/test-1", "service/test-3"], after.Tests.Select(t => t.Id));
        Assert.Equal(["service/test-3"], after.Tasks[1].Tests);
        Assert.Equal(before.Tasks[1].Files, after.Tasks[1].Files);
        Assert.Equal(before.Design<SchemaDesign>()!.Migrations, after.Design<SchemaDesign>()!.Migrations);
    }

    [Theory]
    [InlineData("add-endpoint")]
    [InlineData("task:add-endpoint")]
    [InlineData("`service/add-endpoint`")]
    public void DroppedTask_TakesItsTestsAndScriptsAlong(string drop)
    {
        var after = Then(Nothing with { Drop = [drop] });

        Assert.Equal("service/add-returns", Assert.Single(after.Tasks).Id);
        Assert.Equal("service/test-1", Assert.Single(after.Tests).Id);
        Assert.Equal("create_returns", Assert.Single(after.Design<SchemaDesign>()!.Migrations).Name);
    }

    [Fact]
    public void Script_ThatIsWrittenAgain_StaysAtItsPath_AndANewOneComesAfterAll()
    {
        var after = Then(Nothing with
        {
            Tasks = [Other],
            Migrations = [Script("add_reason", "add-endpoint") with { Up = "ALTER TABLE orders ADD reason text;" }, Script("more", "add-endpoint")],
        });

        var scripts = after.Design<SchemaDesign>()!.Migrations;
        Assert.Equal(["create_returns", "add_reason", "more"], scripts.Select(m => m.Name));
        Assert.Equal(before.Design<SchemaDesign>()!.Migrations[1].UpPath, scripts[1].UpPath);
        Assert.Equal("ALTER TABLE orders ADD reason text;", scripts[1].Up);
        Assert.Equal(3, scripts.Select(m => m.UpPath).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void RisksAndDecisions_KeepTheIdsByWhichOthersKnowThem()
    {
        var after = Then(Nothing with
        {
            Risks = [Risk("Two returns of one order at once") with { Mitigation = "A unique index." }, Risk("Old orders")],
            Decisions = [Decision("placement:return-rule", "Where the rule of returns lives"), Decision("limit:returns", "How long")],
        });

        Assert.Equal([("service/risk-1", "A unique index."), ("service/risk-3", "m")], after.Risks.Select(r => (r.Id, r.Mitigation)));
        Assert.Equal(["service/decide-1", "service/decide-3"], after.Decisions.Select(d => d.Id));
        Assert.Equal("Where the rule of returns lives", after.Decisions[0].Title);
    }

    [Fact]
    public void PartThatHasNothingToDoAnyMore_KeepsNothing()
    {
        var after = Then(Nothing with { Applies = false });

        Assert.False(after.Applies);
        Assert.Empty(after.Tasks);
    }

    [Fact]
    public void TaskOfSomebodyElse_IsReferredToByItsOwnId()
    {
        var schema = before with { Specialist = "database", Tasks = [before.Tasks[0] with { Id = "database/create-returns" }] };
        var reply = First with { Tasks = [Other with { After = ["database/create-returns", "add-returns"] }] };

        var opinion = ReplyOpinion.Of(reply, Consultation(null) with { BuildsOn = [schema] });

        Assert.Equal(["database/create-returns", "service/add-returns"], Assert.Single(opinion.Tasks).DependsOn);
    }

    private Opinion Then(OpinionReply reply) => ReplyOpinion.Of(reply, Consultation(before));

    private static Consultation Consultation(Opinion? before) => new()
    {
        Definition = SpecialistLibrary.BuiltIn().Single(d => d.Name == "service"),
        Round = 1,
        Ticket = ReturnsTicket.Ticket,
        Criteria = ReturnsTicket.Criteria,
        Grounding = ReturnsTicket.Grounding,
        Before = before,
    };

    private static MigrationReply Script(string name, string task) =>
        new()
        {
            Name = name,
            Task = task,
            Up = $"CREATE TABLE {name} (id bigint);",
            Down = $"DROP TABLE {name};",
            Role = MigrationRole.Expand,
            Irreversible = null,
        };

    private static RiskReply Risk(string title) => new()
    {
        Title = title,
        Probability = Level.Medium,
        Impact = Level.Medium,
        Mitigation = "m",
        Contingency = "c",
        Detection = "d",
        Tasks = ["add-returns"],
    };

    private static DecisionReply Decision(string topic, string title) => new()
    {
        Topic = topic,
        Category = "Architecture",
        Title = title,
        Context = "c",
        Recommended = "a",
        Rationale = "r",
        Weight = 5,
        ReviewTrigger = "t",
        Options = [Option("a"), Option("b")],
    };

    private static OptionReply Option(string key) =>
        new() { Key = key, Title = key, Pros = ["p"], Cons = ["c"], Cost = "none", Reversibility = Reversibility.Easy, Impacts = [] };
}
