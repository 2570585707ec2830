using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Durability;
using Planner.Specialists.Rules;
using Planner.Testing.Builders;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.Specialists.Tests.Rules;

/// <summary>Specialists meet in things: what one calls its tasks is nothing that another one knows.</summary>
public sealed class OtherWordsTests
{
    [Fact]
    public async Task Panel_with_other_ids_and_words_assembles_into_the_same_plan()
    {
        var round = Fixtures.Referral();
        var plain = await round.Plan();
        var renamed = await (round with { Specialist = new RenamingSpecialist(new RulesSpecialist()) }).Plan();

        Assert.Equal(Shape(plain), Shape(renamed));
        Assert.Contains(plain.Tasks, t => t.Area == "service" && t.DependsOn.Any(d => plain.Tasks.First(p => p.Id == d).Area == "database"));
    }

    [Theory]
    [InlineData("database")]
    [InlineData("service")]
    [InlineData("api")]
    public async Task One_specialist_with_other_ids_and_words_fits_the_others(string renamed)
    {
        var round = Fixtures.Referral();
        var plan = await (round with { Specialist = new OnlyOne(renamed) }).Plan();

        Assert.Equal(Shape(await round.Plan()), Shape(plan));
    }

    private static IEnumerable<string> Shape(Plan plan) => plan.Tasks.Select(t =>
        $"{t.Id} {t.Area} wave {t.Wave} after {string.Join(",", t.DependsOn)} changes {string.Join(",", t.Files.Select(f => f.Path))} tests {t.Tests.Count}");

    private sealed class OnlyOne(string name) : ISpecialist
    {
        public string Mode => "scripted";

        public string PromptHash(SpecialistDefinition definition) => "";

        public Task<Opinion> Consult(Consultation consultation, StepCall call)
        {
            ISpecialist rules = new RulesSpecialist();
            return (consultation.Definition.Name == name ? new RenamingSpecialist(rules) : rules).Consult(consultation, call);
        }
    }
}
