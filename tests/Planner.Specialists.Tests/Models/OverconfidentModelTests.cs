using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Specialists.Models;
using Planner.Specialists.Models.Replies;
using Planner.Testing.LanguageModels;
using Planner.Testing.Planning;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Specialists.Tests.Models;

/// <summary>A model that claims 10 for everything.</summary>
public sealed class OverconfidentModelTests
{
    private const string Read = """{"path":"src/Shop/OrderService.cs","from":null,"to":null}""";

    private static readonly OpinionReply Sure = Replies.Good with { Confidence = 10, Unknowns = [], Doubt = "Nothing speaks against it" };

    private readonly FixedCode code = new(("src/Shop/OrderService.cs", "class OrderService;"), ("src/Shop/OrdersEndpoints.cs", "class OrdersEndpoints;"));
    private readonly MemoryStore store = new();

    [Fact]
    public async Task WithoutHavingRead_ItIsNotBelieved()
    {
        var opinion = await Ask(Consultation(), ScriptedModel.Says(Replies.Text(Sure)));

        Assert.Equal(6, opinion.Confidence);
        Assert.Contains("Held at 6: it changes `src/Shop/OrderService.cs` without having read it", opinion.Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatItWasShownUnasked_ItHasRead()
    {
        var opinion = await Ask(Consultation() with { Grounding = ReturnsTicket.Grounding }, ScriptedModel.Says(Replies.Text(Sure)));

        Assert.Equal(9, opinion.Confidence);
    }

    [Fact]
    public async Task HavingRead_ItIsAsSureAsAFirstLookCanBe()
    {
        var opinion = await Ask(Consultation(), ScriptedModel.Calls(("read_file", Read)), ScriptedModel.Says(Replies.Text(Sure)));

        Assert.Equal((9, "src/Shop/OrderService.cs"), (opinion.Confidence, Assert.Single(opinion.Read!)));
    }

    [Fact]
    public async Task AskedAgainWithoutNews_ItIsNoSurerThanBefore()
    {
        var first = await Ask(Consultation(), ScriptedModel.Calls(("read_file", Read)), ScriptedModel.Says(Replies.Text(Sure with { Confidence = 4 })));

        var again = await Ask(
            Consultation() with { Round = 2, Before = first },
            ScriptedModel.Calls(("read_file", Read)),
            ScriptedModel.Says(Replies.Text(Sure)));

        Assert.Equal((4, 4), (first.Confidence, again.Confidence));
        Assert.Contains("it looked again, and at nothing that it had not seen before", again.Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithFindingsLeft_ItIsNotBelieved_WhateverItReads()
    {
        var broken = Sure with { Tests = [] };

        var opinion = await Ask(
            Consultation(), ScriptedModel.Calls(("read_file", Read)), ScriptedModel.Says(Replies.Text(broken)), ScriptedModel.Says(Replies.Text(broken)));

        Assert.InRange(opinion.Confidence, 1, 5);
    }

    private Task<Opinion> Ask(Consultation consultation, params ModelAnswer[] answers) => GuardedConsultation.Give(
        new ModelSpecialist(Accounts.Calls(ScriptedModel.Of(answers), store), code),
        consultation,
        Calls.First(TestContext.Current.CancellationToken));

    /// <summary>Nothing is shown unasked: no file is likely.</summary>
    private static Consultation Consultation() => new()
    {
        Definition = SpecialistLibrary.BuiltIn().Single(d => d.Name == "service"),
        Round = 1,
        Ticket = ReturnsTicket.Ticket,
        Criteria = ReturnsTicket.Criteria,
        Grounding = ReturnsTicket.Grounding with { Files = [] },
        Assignment = new CriteriaAssignment(["service"], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["service"] = ["AC1"] }),
    };
}
