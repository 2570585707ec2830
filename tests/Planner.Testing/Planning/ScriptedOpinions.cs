using Planner.Core.Opinions;
using Planner.Core.Specialists;

namespace Planner.Testing.Planning;

/// <summary>Opinions for scripts.</summary>
public static class ScriptedOpinions
{
    /// <summary>An opinion with one task and one test that cover every criterion.</summary>
    public static Opinion Sure(Consultation asked, int confidence = 9)
    {
        var name = asked.Definition.Name;
        var criteria = asked.Criteria.Items.Select(c => c.Id).ToList();
        return new Opinion
        {
            Specialist = name,
            Round = asked.Round,
            Applies = true,
            Confidence = confidence,
            Rationale = $"{name} knows its part.",
            Evidence = ["src/Orders.cs:1"],
            Summary = $"What {name} changes.",
            Tasks =
            [
                new PlanTask
                {
                    Id = $"{name}/work",
                    Title = $"Do the {name} part",
                    Area = name,
                    Satisfies = criteria,
                    Size = TaskSize.S,
                    EffortHours = new Effort(2, 4, 8),
                    Owner = "Developer",
                    Verification = ["dotnet test"],
                    Tests = [$"{name}/test"],
                },
            ],
            Tests = [new PlanTest($"{name}/test", $"The {name} part works", criteria, TestKind.Unit, $"{name}/work")],
        };
    }

    /// <summary>The same with a decision that touches the given specialists.</summary>
    public static Opinion Asking(Consultation asked, Reversibility ofRecommended = Reversibility.Easy, params string[] touches) =>
        Sure(asked) with { Decisions = [Choice($"{asked.Definition.Name}/queue", ofRecommended, touches)] };

    /// <summary>A decision between A (recommended) and B.</summary>
    public static Decision Choice(string id, Reversibility ofRecommended = Reversibility.Easy, params string[] touches) => new()
    {
        Id = id,
        Category = "Architecture",
        Title = $"How {id} is sent",
        Context = "Both ways exist today.",
        Options =
        [
            new DecisionOption("A", "Directly", ["simple"], ["slow"], "1 day", ofRecommended),
            new DecisionOption("B", "Over a queue", ["fast"], ["more parts"], "3 days", Reversibility.Easy),
        ],
        Recommendation = "A",
        Rationale = "It is simpler.",
        Impact = "One class.",
        Weight = 5,
        Reversibility = ofRecommended,
        ReviewTrigger = "After the first month",
        Touches = touches,
    };
}
