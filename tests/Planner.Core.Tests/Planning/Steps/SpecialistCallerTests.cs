using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Steps;
using Planner.Core.Specialists;
using Planner.Testing.Planning;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Planning.Steps;

/// <summary>Who thinks where the budget leaves no room for a call.</summary>
public sealed class SpecialistCallerTests
{
    private static readonly LedgerEntry Paid = new("openai", "deep", 100, 10, 0.25m);

    [Fact]
    public async Task FirstLook_IsTheRules()
    {
        var opinion = await Ask(Consultation());

        Assert.Equal((ProvenanceKind.RulesInsteadOfModel, "the budget of 5 tokens for a run"), (opinion.Provenance.Kind, opinion.Provenance.Budget));
        Assert.Equal(2, opinion.Confidence);
        Assert.Equal(Paid, opinion.Ledger[0]);
    }

    [Fact]
    public async Task SecondLook_IsWhatTheModelSaidFirst()
    {
        var opinion = await Ask(Consultation() with { Round = 2, Before = Said });

        Assert.Equal((ProvenanceKind.Model, "the budget of 5 tokens for a run"), (opinion.Provenance.Kind, opinion.Provenance.Budget));
        Assert.Equal((2, 7), (opinion.Round, opinion.Confidence));
        Assert.Equal([Paid], opinion.Ledger);
    }

    [Fact]
    public async Task SecondLookAfterAnAnswer_IsTheRules_WhichKnowIt()
    {
        var question = new Question { Id = "database/q", Text = "Which?", Owner = "Rita", Blocking = false, Assumption = "A" };

        var opinion = await Ask(Consultation() with { Round = 2, Before = Said, Answers = [new AnsweredQuestion(question, "B", "Rita")] });

        Assert.Equal(ProvenanceKind.RulesInsteadOfModel, opinion.Provenance.Kind);
    }

    private static Opinion Said => ScriptedOpinions.Sure(Consultation(), confidence: 7) with { Provenance = new(ProvenanceKind.Model, "big-one", "deep") };

    private static Task<Opinion> Ask(Consultation consultation)
    {
        var ports = new PlanningPorts
        {
            Tracker = new RecordingTracker(ReturnsTicket.Ticket),
            Codebase = null!,
            Panel = null!,
            Specialist = new ScriptedSpecialist(_ => throw new ModelBudgetException("the budget of 5 tokens for a run", "openai", "deep", [Paid])),
            Rules = new ScriptedSpecialist(asked => ScriptedOpinions.Sure(asked, confidence: 2)),
            Criteria = null!,
            Store = new MemoryStore(),
            Inbox = null!,
            Journal = null!,
        };
        return new SpecialistCaller(ports).Ask(consultation, new RunScope("SHOP-101", "shop", null), Calls.First(TestContext.Current.CancellationToken));
    }

    private static Consultation Consultation() => new()
    {
        Definition = SpecialistLibrary.BuiltIn().Single(d => d.Name == "database"),
        Round = 1,
        Ticket = ReturnsTicket.Ticket,
        Criteria = ReturnsTicket.Criteria,
        Grounding = ReturnsTicket.Grounding,
    };
}
