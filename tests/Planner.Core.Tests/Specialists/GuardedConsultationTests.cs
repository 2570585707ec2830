using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Durability;
using Planner.Testing.Planning;
using Planner.Testing.Plans;
using Xunit;
using static Planner.Testing.Plans.ReturnsPanel;

namespace Planner.Core.Tests.Specialists;

public sealed class GuardedConsultationTests
{
    private static readonly Opinion Broken =
        Service with { Tasks = [TaskOf("service", "a", ["AC1"], modify: ["no.cs"])], Tests = [], Risks = [], Decisions = [] };

    [Fact]
    public async Task Author_that_can_repair_is_asked_once_with_what_was_found()
    {
        var author = new Repairing(Broken, Broken with { Tasks = [TaskOf("service", "a", ["AC1"], modify: ["src/Shop/OrderService.cs"])] });

        var opinion = await Give(author);

        Assert.Empty(opinion.Findings);
        Assert.Equal(Service.Confidence, opinion.Confidence);
        Assert.Equal([OpinionFault.Path], Assert.Single(author.Asked).Select(f => f.Fault));
    }

    [Fact]
    public async Task What_the_author_leaves_broken_is_left_out()
    {
        var author = new Repairing(Broken, Broken);

        var opinion = await Give(author);

        Assert.Empty(opinion.Tasks[0].Files);
        Assert.Single(author.Asked);
        Assert.Equal(7, opinion.Confidence);
    }

    [Fact]
    public async Task Repair_costs_besides_what_was_repaired()
    {
        var first = Broken with { Ledger = [new("scripted", InputTokens: 3)] };
        var author = new Repairing(first, Broken with { Ledger = [new("scripted", InputTokens: 4)] });

        Assert.Equal([3, 4], (await Give(author)).Ledger.Select(l => l.InputTokens));
    }

    [Fact]
    public async Task Opinion_that_fits_is_not_sent_back()
    {
        var sound = Service with { Tasks = [TaskOf("service", "a", ["AC1"])], Tests = [], Risks = [], Decisions = [] };
        var author = new Repairing(sound, Broken);

        await Give(author);

        Assert.Empty(author.Asked);
    }

    private static Task<Opinion> Give(ISpecialist author) => GuardedConsultation.Give(
        author,
        new Consultation
        {
            Definition = SpecialistPanel.BuiltIn().Get("service"),
            Round = 1,
            Ticket = ReturnsTicket.Ticket,
            Criteria = ReturnsTicket.Criteria,
            Grounding = ReturnsTicket.Grounding,
        },
        Calls.First());

    private sealed class Repairing(Opinion first, Opinion repaired) : IRepairingSpecialist
    {
        public List<IReadOnlyList<OpinionFinding>> Asked { get; } = [];

        public string Mode => "scripted";

        public string PromptHash(SpecialistDefinition definition) => "";

        public Task<Opinion> Consult(Consultation consultation, StepCall call) => Task.FromResult(first);

        public Task<Opinion> Repair(Consultation consultation, Opinion opinion, IReadOnlyList<OpinionFinding> findings, StepCall call)
        {
            Asked.Add(findings);
            return Task.FromResult(repaired);
        }
    }
}
