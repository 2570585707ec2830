using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Stories;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Core.Specialists.Stories;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;
using Planner.Specialists.Rules;
using Planner.Testing.Builders;
using Planner.Testing.Planning;
using Xunit;
using static Planner.Core.Tests.Tickets.Epics.SampleStories;

namespace Planner.Core.Tests.Specialists.Stories;

public sealed class StoryByStoryTests
{
    private static readonly CodebaseIndex Index = new()
    {
        Documents = [new("src/OrderService.cs", 10, "", new Dictionary<string, int>(StringComparer.Ordinal))],
        Types = [new("OrderService", "class", "Shop", "src/OrderService.cs", 3, [], [])],
    };

    [Fact]
    public async Task EachStory_IsThoughtAboutAloneAndKnowsWhatWasMadeBefore()
    {
        var seen = new List<Consultation>();

        var opinion = await Consult(seen, Story("SHOP-2", links: [After("SHOP-3")]), Story("SHOP-3"));

        Assert.Equal(["SHOP-3", "SHOP-2"], seen.Select(c => c.Ticket.Key));
        Assert.Equal(["AC2"], seen[0].Criteria.Items.Select(c => c.Id));
        Assert.DoesNotContain("src/SHOP-3.cs", seen[0].Grounding.Inventory.Paths);
        Assert.Contains("src/SHOP-3.cs", seen[1].Grounding.Inventory.Paths);
        Assert.Equal(["service/shop-3.do", "service/shop-2.do"], opinion.Tasks.Select(t => t.Id));
        Assert.Equal(["SHOP-3", "SHOP-2"], opinion.Tasks.Select(t => t.Story));
    }

    [Fact]
    public async Task Opinions_BecomeOneThatIsAsSureAsTheLeastSure()
    {
        var opinion = await Consult([], Story("SHOP-2"), Story("SHOP-3"));

        Assert.Equal(6, opinion.Confidence);
        Assert.StartsWith("SHOP-3: Because. Surer of SHOP-2 (9).", opinion.Rationale, StringComparison.Ordinal);
        Assert.Equal(["SHOP-2", "SHOP-3"], opinion.Parts!.Select(p => p.Key));
        Assert.Equal(["service/shop-2.do"], Assert.Single(opinion.Risks, r => r.Id == "service/shop-2.late").Tasks);
        Assert.Equal("service/shop-2.do", opinion.Tests[0].Task);
    }

    [Fact]
    public void NameThatAnotherStoryMakes_IsANeed()
    {
        var parts = new Dictionary<string, TicketGrounding>(StringComparer.Ordinal)
        {
            ["SHOP-2"] = Naming(new Mention("stock_alerts", MentionKind.Unknown, [], false), new Mention("IAlerts.Send", MentionKind.Unknown, [], false)),
            ["SHOP-3"] = Naming(new Mention("stock_alerts", MentionKind.Table, [], true), new Mention("IAlerts", MentionKind.Type, [], true)),
        };

        var map = StoryNaming.Add(Read(EpicOf(), Story("SHOP-2"), Story("SHOP-3")).Map, parts)!;

        Assert.Equal(new StoryNeed("SHOP-3", "names stock_alerts and IAlerts, made there"), Assert.Single(map.Stories[0].Needs));
        Assert.Equal(["SHOP-3", "SHOP-2"], StoryOrder.Of(map));
    }

    [Fact]
    public void WhatAnEarlierStoryMakes_IsFoundByALaterOne()
    {
        var table = new TableFact { Schema = "public", Name = "stock_alerts", Columns = [new("id", "bigint", false), new("told_at", "timestamptz", true)] };
        var earlier = Said("SHOP-2", 9) with
        {
            Designs =
            [
                new SchemaDesign { Tables = [table], Migrations = [new("create_stock_alerts", "db/1.up.sql", null, "", "", ["stock_alerts"], "")] },
                new ServiceDesign { Services = [new("IAlerts", "interface", "src/IAlerts.cs", ChangeKind.Add, [new("Task Send()", "", [])], [], [])] },
            ],
        };

        var seen = ProjectedCodebase.Of(
            Naming([.. new[] { "stock_alerts", "told_at", "IAlerts", "IAlerts.Raise", "other" }.Select(n => new Mention(n, MentionKind.Unknown, [], false))]),
            [earlier],
            []);

        Assert.Equal(
            [
                (MentionKind.Table, "stock_alerts"),
                (MentionKind.Column, "stock_alerts.told_at"),
                (MentionKind.Type, "src/IAlerts.cs:1"),
                (MentionKind.Member, "new"),
                (MentionKind.Unknown, ""),
            ],
            seen.Mentions.Select(m => (m.Kind, m.IsNew ? "new" : m.Found.Count > 0 ? m.Found[0] : "")));
        Assert.Equal("Send", Assert.Single(Assert.Single(seen.Types).Members).Name);
        Assert.Contains("stock_alerts.told_at", seen.Inventory.Columns);
        Assert.Equal("stock_alerts", Assert.Single(seen.Tables).Name);
    }

    [Theory]
    [InlineData("db/010_{name}.up.sql db/010_{name}.down.sql", "db/011_{name}.up.sql db/011_{name}.down.sql")]
    [InlineData("", "db/migrations/002_{name}.up.sql db/migrations/002_{name}.down.sql")]
    public void MigrationsOfALaterStory_ComeAfterThoseOfAnEarlierOne(string next, string then)
    {
        var grounding = Naming() with { Conventions = new() { NextMigration = next.Split(' ', StringSplitOptions.RemoveEmptyEntries) } };
        var earlier =
            Said("SHOP-2", 9).With(new SchemaDesign { Migrations = [new("create_alerts", "db/010_create_alerts.up.sql", null, "", "", ["alerts"], "")] });

        Assert.Equal(then, string.Join(' ', ProjectedCodebase.Of(grounding, [earlier, earlier with { Specialist = "api" }], []).Conventions.NextMigration));
        Assert.Equal(next, string.Join(' ', ProjectedCodebase.Of(grounding, [Said("SHOP-2", 9)], []).Conventions.NextMigration));
    }

    [Fact]
    public void TypeThatAnEarlierStoryRegisters_IsANeighbourForALaterOne()
    {
        RegistrationFact[] known = [new("IOrders", "Orders", "Scoped", "src/Setup.cs", 7), new("IOther", "Other", "Singleton", "src/Elsewhere.cs", 3)];
        var earlier = Said("SHOP-2", 9) with
        {
            Tasks = [Planner.Testing.Plans.ReturnsPanel.TaskOf(
                "service",
                "do",
                ["AC1"],
                add: ["src/Alert.cs", "src/IAlerts.cs", "src/Alerts.cs"],
                modify: ["src/Setup.cs"])],
            Designs =
            [
                new ServiceDesign
                {
                    Services =
                    [
                        new("Alert", "class", "src/Alert.cs", ChangeKind.Add, [], [], []),
                        new("IAlerts", "interface", "src/IAlerts.cs", ChangeKind.Add, [], [], []),
                        new("Alerts", "class", "src/Alerts.cs", ChangeKind.Add, [], [], []),
                    ],
                },
            ],
        };

        Assert.Equal([new RegistrationFact("IAlerts", "Alerts", "Scoped", "src/Setup.cs", 7)], ProjectedCodebase.Of(Naming(), [earlier], known).Registrations);
    }

    [Fact]
    public void WhatStoriesBeforeMake_IsNoEvidence()
    {
        var today = new Inventory(["src/A.cs"], ["orders"], [], []);
        var opinion = Said("SHOP-3", 9) with { Evidence = ["src/A.cs:3", "src/SHOP-2.cs:1", "table orders", "table alerts"] };

        var told = PlannedEvidence.Told(opinion, today, new(["src/A.cs", "src/SHOP-2.cs"], ["alerts", "orders"], [], []));

        Assert.Equal(["src/A.cs:3", "table orders"], told.Evidence);
        Assert.Equal("Because. Stories before it make part of what it rests on.", told.Rationale);
        Assert.Same(opinion, PlannedEvidence.Told(opinion, today, today));
    }

    [Fact]
    public void StepsThatStoriesShare_AreToldOnce()
    {
        var first = Said("SHOP-2", 9).With(new SchemaDesign { ZeroDowntime = ["Apply a.", "Release.", "Back from a."] });
        var then = Said("SHOP-3", 9).With(new SchemaDesign { ZeroDowntime = ["Apply b.", "Release.", "Back from b."] });

        var sum = Assert.IsType<SchemaDesign>(Assert.Single(DesignSum.Of([first, then])));

        Assert.Equal(["Apply a.", "Release.", "Back from a.", "Apply b.", "As step 2.", "Back from b."], sum.ZeroDowntime);
    }

    [Fact]
    public void DesignsOfSeveralKinds_StayOneOfEachKind()
    {
        Opinion[] parts =
        [
            Said("SHOP-2", 9).With(new ApiDesign { OpenApiDocument = "api.yaml" }),
            Said("SHOP-3", 9).With(new ServiceDesign()).With(new ApiDesign { OpenApiDocument = "other.yaml" }),
        ];

        var sum = DesignSum.Of(parts);

        Assert.Equal([typeof(ApiDesign), typeof(ServiceDesign)], sum.Select(d => d.GetType()));
        Assert.Equal("api.yaml", ((ApiDesign)sum[0]).OpenApiDocument);
    }

    [Fact]
    public async Task RulesOnAnEpic_GiveEachStoryTasksOfItsOwn()
    {
        var epic = Read(
            EpicOf(),
            Story("SHOP-2"),
            Story("SHOP-3", "## Acceptance criteria\n\n- Given a shipped order, when `OrderService.Return` runs, then its status is returned.\n"));
        var grounding = TicketGrounder.Ground(epic.Whole, epic.Criteria, Index) with { Parts = PartGrounding.Of(epic.Parts, Index, null, []) };
        var opinion = await StoryByStory.Consult(
            about => new RulesSpecialist().Consult(about with { Assignment = Assigned(about) }, Calls.First()),
            StoryByStory.InOrder(epic.Parts, epic.Map),
            About(epic, grounding));

        Assert.Equal(["SHOP-2", "SHOP-3"], opinion.Tasks.Select(t => t.Story).Distinct());
        Assert.All(opinion.Tasks, t => Assert.Single(t.Satisfies, s => s == (t.Story == "SHOP-2" ? "AC1" : "AC2")));
        Assert.DoesNotContain(
            OpinionRules.Broken(new(epic.Whole, epic.Criteria, grounding), [opinion with { Parts = null }]),
            b => !b.Contains("is there by then", StringComparison.Ordinal) && !b.Contains("which is not there", StringComparison.Ordinal));
    }

    private static TicketGrounding Naming(params IReadOnlyList<Mention> mentions) => new() { Files = [], Mentions = mentions, Inventory = Inventory.Empty };

    private static Task<Opinion> Consult(List<Consultation> seen, params IReadOnlyList<Ticket> stories)
    {
        var epic = Read(EpicOf(), stories);
        var grounding = TicketGrounder.Ground(epic.Whole, epic.Criteria, Index) with { Parts = PartGrounding.Of(epic.Parts, Index, null, []) };
        return StoryByStory.Consult(about => Listen(seen, about), StoryByStory.InOrder(epic.Parts, epic.Map), About(epic, grounding));
    }

    private static Consultation About(Epic epic, TicketGrounding grounding) =>
        new() { Definition = SpecialistPanel.BuiltIn().Get("service"), Round = 1, Ticket = epic.Whole, Criteria = epic.Criteria, Grounding = grounding };

    private static CriteriaAssignment Assigned(Consultation about) =>
        new CriteriaAssigner().Assign(AssignmentInputs.Of(about, [.. SpecialistPanel.BuiltIn().Order.Select(d => d.Name)], []));

    private static Opinion Said(string key, int confidence, string criterion = "AC1") => new()
    {
        Specialist = "service",
        Round = 1,
        Applies = true,
        Confidence = confidence,
        Rationale = "Because.",
        Tasks = [Planner.Testing.Plans.ReturnsPanel.TaskOf("service", "do", [criterion], add: [$"src/{key}.cs"])],
        Tests = [new("service/shows", "Shows it", [criterion], TestKind.Unit, "service/do")],
        Risks = [Planner.Testing.Plans.ReturnsPanel.RiskOf("service", "late", "It is late", "do")],
    };

    private static Task<Opinion> Listen(List<Consultation> seen, Consultation consultation)
    {
        seen.Add(consultation);
        return Task.FromResult(Said(consultation.Ticket.Key, consultation.Ticket.Key == "SHOP-3" ? 6 : 9, consultation.Criteria.Items[0].Id));
    }
}
