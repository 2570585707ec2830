using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Testing.Plans;
using Xunit;
using static Planner.Testing.Plans.ReturnsPanel;

namespace Planner.Core.Tests.Decisions;

public sealed class AgendaTests
{
    [Fact]
    public void SameKey_IsOneDecisionThatTouchesBoth()
    {
        var key = TopicKey.Of(TopicKind.Placement, "order_returns");
        var agenda = Of(
            Asking("database", DecisionOf("database", "a", "Where does it live?") with { Key = key }),
            Asking("service", DecisionOf("service", "b", "In which table are returns kept?") with { Key = key }));

        Assert.Equal(["database", "service"], Assert.Single(agenda.Items).Decision.Touches);
        Assert.Equal(agenda.Ids.Decisions["database/a"], agenda.Ids.Decisions["service/b"]);
    }

    [Fact]
    public void SameTitleUnderAnotherKey_IsAnotherDecision()
    {
        var agenda = Of(
            Asking("database", DecisionOf("database", "a", "Where does it live?") with { Key = TopicKey.Of(TopicKind.Placement, "order_returns") }),
            Asking("service", DecisionOf("service", "a", "Where does it live?") with { Key = TopicKey.Of(TopicKind.Placement, "ReturnService") }));

        Assert.Equal(["TD001", "TD002"], agenda.Items.Select(i => i.Decision.Id));
    }

    [Fact]
    public void SameLocalName_IsOneDecisionInTheWeightierWording()
    {
        var agenda = Of(
            Asking("database", DecisionOf("database", "states", "States?", 3)),
            Asking("api", DecisionOf("api", "states", "How are states shown?", 7)));

        Assert.Equal(("How are states shown?", 7), (agenda.Items[0].Decision.Title, agenda.Items[0].Decision.Weight));
        Assert.Single(agenda.Items);
    }

    [Fact]
    public void Heavier_ComesFirst()
    {
        var agenda = Of(Asking("database", DecisionOf("database", "light", "Light?", 2), DecisionOf("database", "heavy", "Heavy?", 9)));

        Assert.Equal([("TD001", "Heavy?"), ("TD002", "Light?")], agenda.Items.Select(i => (i.Decision.Id, i.Decision.Title)));
    }

    [Fact]
    public void Dependency_IsAskedInALaterWave()
    {
        var agenda = Of(Asking(
            "database",
            DecisionOf("database", "second", "Second?", 9) with { DependsOn = ["database/first"] },
            DecisionOf("database", "first", "First?", 1)));

        Assert.Equal([("First?", 1), ("Second?", 2)], agenda.Items.Select(i => (i.Decision.Title, i.Wave)));
        Assert.Equal([agenda.Items[0].Decision.Id], agenda.Items[1].Decision.DependsOn);
    }

    [Fact]
    public void DependencyOnNothing_IsNotWaitedFor() =>
        Assert.Equal(1, Of(Asking("database", DecisionOf("database", "a", "A?") with { DependsOn = ["etl/none"] })).Items.Single().Wave);

    [Fact]
    public void CircleOfDecisions_IsAskedOneAfterTheOther() => Assert.Equal([1, 2], Of(Asking(
        "database",
        DecisionOf("database", "a", "A?") with { DependsOn = ["database/b"] },
        DecisionOf("database", "b", "B?") with { DependsOn = ["database/a"] })).Items.Select(i => i.Wave));

    [Fact]
    public void Replan_KeepsIdsAndSettledDecisions()
    {
        var first = Of(Asking("database", DecisionOf("database", "old", "Old?", 2)));
        var settled = ProvisionalChoice.For(first.Items[0].Decision).Settle(first.Items[0].Decision, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

        var second = Agenda.From([Asking("database", DecisionOf("database", "new", "New?", 9))], [settled], [], first.Ids);

        Assert.Equal([("TD001", "Old?"), ("TD002", "New?")], second.Items.Select(i => (i.Decision.Id, i.Decision.Title)));
        Assert.Equal("TD002", Assert.Single(second.Open).Decision.Id);
    }

    [Fact]
    public void Replan_ThatAsksASettledDecisionInOtherWords_DoesNotAskAgain()
    {
        var first = Of(Asking("database", DecisionOf("database", "old", "Old?")));
        var settled = ProvisionalChoice.For(first.Items[0].Decision).Settle(first.Items[0].Decision, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

        var second = Agenda.From([Asking("database", DecisionOf("database", "old", "Old, in other words?"))], [settled], [], first.Ids);

        Assert.Empty(second.Open);
        Assert.Equal("Old?", Assert.Single(second.Items).Decision.Title);
    }

    [Fact]
    public void AnsweredQuestion_KeepsIdAndAnswerWhenAskedAgain()
    {
        var first = Agenda.From([Service], [], []);
        var answered = first.Questions.Select(q => q with { Answer = "No." }).ToList();

        var second = Agenda.From(
            [Service with { Questions = [.. Service.Questions, Service.Questions[0] with { Id = "service/who", Text = "Who pays?" }] }],
            [],
            answered,
            first.Ids);

        Assert.Equal([("Q001", "No."), ("Q002", null)], second.Questions.Select(q => (q.Id, q.Answer)));
    }

    [Fact]
    public void Ids_SurviveAJourneyThroughJson()
    {
        var agenda = Of([.. ReturnsPanel.Opinions]);

        var copy = Planner.Core.Text.PlanJson.Read<Agenda>(Planner.Core.Text.PlanJson.Content(agenda));

        Assert.Equal(agenda.Ids.Decisions, copy.Ids.Decisions);
        Assert.Equal(agenda.Items.Select(i => i.Decision.Id), copy.Items.Select(i => i.Decision.Id));
    }

    private static Agenda Of(params Opinion[] opinions) => Agenda.From(opinions, [], []);

    private static Opinion Asking(string specialist, params Decision[] decisions) =>
        new() { Specialist = specialist, Round = 1, Applies = true, Confidence = 8, Rationale = "Known.", Decisions = decisions };
}
