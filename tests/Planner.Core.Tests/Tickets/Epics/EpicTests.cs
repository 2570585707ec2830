using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;
using Xunit;
using static Planner.Core.Tests.Tickets.Epics.SampleStories;

namespace Planner.Core.Tests.Tickets.Epics;

public sealed class EpicTests
{
    [Fact]
    public void TicketWithoutChildren_IsLeftAsItIs()
    {
        var ticket = Story("SHOP-9");

        var epic = Epic.Of(ticket, new([], []));

        Assert.Same(ticket, epic.Whole);
        Assert.Null(epic.Map);
        Assert.Empty(epic.Parts);
        Assert.Equal(CriteriaReader.Freeze(ticket).Hash, epic.Criteria.Hash);
    }

    [Fact]
    public void Criteria_RunOnOverTheStoriesAndKnowThem()
    {
        var epic = Read(EpicOf("## Acceptance criteria\n\n- No order is lost in 100 cancellations.\n"), Story("SHOP-2"), Story("SHOP-3"));

        Assert.Equal([("AC1", null), ("AC2", "SHOP-2"), ("AC3", "SHOP-3")], epic.Criteria.Items.Select(c => (c.Id, c.Story)));
        Assert.Equal(["SHOP-1", "SHOP-2", "SHOP-3"], epic.Parts.Select(p => p.Ticket.Key));
        Assert.Equal("AC3", Assert.Single(epic.Parts[2].Criteria.Items).Id);
    }

    [Fact]
    public void Hash_CoversWhoseACriterionIs() =>
        Assert.NotEqual(Read(EpicOf(), Story("SHOP-2")).Criteria.Hash, Read(EpicOf(), Story("SHOP-3")).Criteria.Hash);

    [Fact]
    public void WhatIsDerivedFromTheEpic_GivesWayToItsStories()
    {
        var epic = Read(EpicOf("Customers cancel."), Story("SHOP-2"));

        Assert.All(epic.Criteria.Items, c => Assert.Equal("SHOP-2", c.Story));
        Assert.Equal(["SHOP-2"], epic.Parts.Select(p => p.Ticket.Key));
    }

    [Fact]
    public void DoneStory_IsOnTheMapAndNotPlanned()
    {
        var epic = Read(EpicOf(), Story("SHOP-2") with { IsDone = true, Status = "Done" }, Story("SHOP-3", links: [After("SHOP-2")]));

        Assert.Equal([StoryState.Done, StoryState.Planned], epic.Map!.Stories.Select(s => s.State));
        Assert.DoesNotContain("SHOP-2", epic.Criteria.Items.Select(c => c.Story));
        Assert.Equal(["SHOP-2"], epic.Map.Stories[1].Needs.Select(n => n.Key));
    }

    [Fact]
    public void StoryThatSaysTooLittle_IsStatedAndAskedAbout()
    {
        var epic = Read(EpicOf(), Story("SHOP-2"), Vague("SHOP-3"));

        Assert.Equal(StoryState.Unclear, epic.Map!.Stories[1].State);
        Assert.Contains(epic.Map.Limitations, l => l.Contains("SHOP-3", StringComparison.Ordinal));
        var question = Assert.Single(StoryQuestions.With([], epic.Map, epic.Whole));
        Assert.Equal(("Q001", "Rita"), (question.Id, question.Owner));
        Assert.Equal([question], StoryQuestions.With([question], epic.Map, epic.Whole));
    }

    [Fact]
    public void Words_OfPlannedStoriesStandInTheWhole_AndNoOpenBlockSwallowsTheNext()
    {
        var epic = Read(
            EpicOf("Short."),
            Story("SHOP-2", $"```\nopen\n\n## Acceptance criteria\n"),
            Story("SHOP-3", $"`ProductService`.\n\n## Acceptance criteria\n\n- {Asked}.\n"),
            Vague("SHOP-4"));

        Assert.Contains("# Story SHOP-3", epic.Whole.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("Make it nice", epic.Whole.Description, StringComparison.Ordinal);
        Assert.Equal(0, epic.Whole.Description.Split('\n').Count(l => l.StartsWith("```", StringComparison.Ordinal)) % 2);
    }

    [Fact]
    public void CriteriaBeyondTheMost_AreLeftOutAndStated()
    {
        var many = "## Acceptance criteria\n\n" + string.Concat(Enumerable.Range(1, 150).Select(n => $"- `OrderService.Cancel` takes at most {n} ms.\n"));

        var epic = Read(EpicOf(), Story("SHOP-2", many), Story("SHOP-3", many));

        Assert.Equal(CriteriaReader.MaxCriteria, epic.Criteria.Items.Count);
        Assert.Contains(epic.Map!.Limitations, l => l.Contains("Of SHOP-3 some criteria", StringComparison.Ordinal));
    }

    [Fact]
    public void DescriptionsTooLongTogether_AreStated()
    {
        var huge = $"## Acceptance criteria\n\n- {Asked}.\n\n## Notes\n\n" + new string('x', 150_000);

        var epic = Read(EpicOf(), Story("SHOP-2", huge), Story("SHOP-3", huge));

        Assert.True(epic.Whole.Description.Length <= TicketText.MaxDescription);
        Assert.Contains(epic.Map!.Limitations, l => l.StartsWith("The descriptions of SHOP-3", StringComparison.Ordinal));
        Assert.Contains("SHOP-3", epic.Criteria.Items.Select(c => c.Story));
    }

    [Fact]
    public void Needs_ComeFromLinksInBothDirectionsAndFromTexts()
    {
        var epic = Read(
            EpicOf("SHOP-5 comes after SHOP-2."),
            Story("SHOP-2", links: [new("SHOP-3", "blocks", "")]),
            Story("SHOP-3"),
            Story(
                "SHOP-4",
                $"After SHOP-3.\n\n## Acceptance criteria\n\n- {Asked}.\n",
                links: [After("SHOP-90"), After("SHOP-91") with { IsDone = true }, After("SHOP-4"), After("SHOP-1")]),
            Story("SHOP-5"));

        Assert.Equal(["", "SHOP-2", "SHOP-90 SHOP-3", "SHOP-2"], epic.Map!.Stories.Select(s => string.Join(' ', s.Needs.Select(n => n.Key))));
    }

    [Fact]
    public void NoStoryThatCanBePlanned_AndNoDescription_IsNotReady()
    {
        var bare = EpicOf();
        var epic = Read(bare, Vague("SHOP-2"));

        var verdict = Assert.IsType<Readiness.NotReady>(ReadinessJudge.Judge(bare, CriteriaReader.Freeze(bare), epic.Map));
        Assert.Contains("SHOP-2 says too little", verdict.Reason, StringComparison.Ordinal);
        Assert.IsType<Readiness.Ready>(ReadinessJudge.Judge(bare, CriteriaReader.Freeze(bare), Read(bare, Story("SHOP-2")).Map));
    }

    [Fact]
    public void StoriesThatWaitForEachOther_BecomeAQuestion()
    {
        var epic =
            Read(EpicOf(), Story("SHOP-2", links: [After("SHOP-3")]), Story("SHOP-3", links: [After("SHOP-2")]), Story("SHOP-4", links: [After("SHOP-3")]));

        var question = Assert.Single(StoryQuestions.With([], epic.Map, epic.Whole));

        Assert.StartsWith("SHOP-2, SHOP-3 are said to wait", question.Text, StringComparison.Ordinal);
        Assert.Equal(["SHOP-2", "SHOP-3", "SHOP-4"], StoryOrder.Of(epic.Map!));
    }

    [Fact]
    public void Order_GoesInLayers()
    {
        var needs = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["A"] = ["D"], ["B"] = [], ["C"] = ["A"], ["D"] = ["D"], ["E"] = [] };

        Assert.Equal(["B", "D", "E", "A", "C"], StoryOrder.Of(needs.Keys, k => needs[k]));
        Assert.Empty(StoryCycles.Of([.. needs.Keys], k => needs[k]));
    }
}
