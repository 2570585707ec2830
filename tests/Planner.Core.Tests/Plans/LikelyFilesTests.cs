using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Testing.Plans;
using Xunit;
using static Planner.Testing.Plans.ReturnsPanel;

namespace Planner.Core.Tests.Plans;

/// <summary>Files that the reader chose and no task names.</summary>
public sealed class LikelyFilesTests
{
    private static readonly RankedFile[] Ranked =
    [
        new("src/Shop/Named.cs", 1, "named by a task"), new("src/Shop/Left.cs", 0.9, "near the service"), new("src/Api/Wiring.cs", 0.8, "near the endpoint"),
        new("src/Shop/Rest.cs", 0.4, "the rules' own"),
    ];

    [Fact]
    public void GoToTheNearestTask_AndTheRulesOwnDoNot()
    {
        var tasks = Assembled(new TicketReading { EndState = "Done.", Model = "m" });

        Assert.Equal(["src/Shop/Left.cs"], tasks[0].LikelyAlso);
        Assert.Equal(["src/Api/Wiring.cs"], tasks[1].LikelyAlso);
    }

    [Fact]
    public void WithoutACloseReading_NothingIsAdded() => Assert.All(Assembled(reading: null), t => Assert.Null(t.LikelyAlso));

    [Fact]
    public void TaskThatIsBehindAnother_DoesWhatTheModelSaysAndNotWhatCriteriaSay()
    {
        var model = new Provenance(ProvenanceKind.Model, "m", "d");
        var plan = PlanAssembler.Assemble(ReturnsTicket.Inputs with
        {
            Opinions =
            [
                Database with { Tasks = [TaskOf("database", "a", ["AC1"], modify: ["a.sql"])], Tests = [], Risks = [], Provenance = model },
                Service with { Tasks = [TaskOf("service", "b", ["AC1"], modify: ["b.cs"])], Tests = [], Provenance = model },
            ],
        });

        Assert.All(plan.Tasks, t => Assert.Empty(t.DependsOn));
    }

    private static IReadOnlyList<PlanTask> Assembled(TicketReading? reading) => PlanAssembler.Assemble(ReturnsTicket.Inputs with
    {
        Grounding = ReturnsTicket.Inputs.Grounding with { Files = Ranked, Reading = reading },
        Opinions =
        [
            Service with { Tasks = [TaskOf("service", "a", ["AC1"], modify: ["src/Shop/Named.cs"])], Tests = [] },
            Api with { Tasks = [TaskOf("api", "b", ["AC2"], modify: ["src/Api/Endpoint.cs"])], Tests = [] },
        ],
    }).Tasks;
}
