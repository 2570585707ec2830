using System.Text.Json;
using Planner.Core.Opinions;
using Planner.Testing.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Artifacts;

public sealed class LimitationMarksTests
{
    private const string Said = "The api specialist thought by rules alone, because the model big-one was out of reach.";

    [Fact]
    public void EveryFile_SaysIt()
    {
        var files = Judge(Limited()).Files.Files;

        Assert.All(files, f => Assert.Contains(Said, f.Text, StringComparison.Ordinal));
        Assert.All(files.Where(f => f.Path.EndsWith(".json", StringComparison.Ordinal)), f => Assert.Contains(Said, Field(f.Text)));
        Assert.All(files.Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal)), f => Assert.Equal($"> **Limitation:** {Said}", f.Text.Split('\n')[2]));
    }

    [Fact]
    public void Review_FindsWhatItFindsWithout()
    {
        var (with, without) = (Report(Limited()), Report(Sound));

        Assert.Equal(without.Verdict, with.Verdict);
        Assert.Equal(without.Findings.Select(f => (f.Code, f.Artifact, f.Id)), with.Findings.Select(f => (f.Code, f.Artifact, f.Id)));
    }

    [Fact]
    public void PlanWithoutLimitation_HasTheBytesOfItsRenderers() =>
        Assert.DoesNotContain(Judge(Sound).Files.Files, f => f.Text.Contains("**Limitation:**", StringComparison.Ordinal));

    [Theory]
    [InlineData("The api specialist thought", "api")]
    [InlineData("The database and api specialists thought", "database", "api")]
    [InlineData("The database, etl and api specialists thought", "database", "etl", "api")]
    public void Sentence_NamesWhomTheRulesStoodInFor(string start, params string[] names)
    {
        var opinions = names.Select(n => Opinion(n, new(ProvenanceKind.RulesInsteadOfModel, "big-one"))).Append(Opinion("service", Provenance.Rules)).ToList();

        Assert.StartsWith(start, Assert.Single(Fallbacks.Limitations(opinions)), StringComparison.Ordinal);
    }

    [Fact]
    public void Budget_IsNamed_WhetherRulesStoodInOrAModelWasNotAskedAgain()
    {
        const string Limit = "the budget of 2.00 US dollars for a run";
        var opinions = new[]
        {
            Opinion("api", new(ProvenanceKind.RulesInsteadOfModel, "openai", "deep") { Budget = Limit }),
            Opinion("etl", new(ProvenanceKind.RulesInsteadOfModel, "openai", "fast") { Budget = Limit }),
            Opinion("service", new(ProvenanceKind.Model, "gpt", "deep") { Budget = Limit }),
        };

        Assert.Equal(
            [
                $"The api and etl specialists thought by rules alone, because {Limit} left no room for another call.",
                $"The service specialist did not think again with the model, because {Limit} left no room for another call.",
            ],
            Fallbacks.Limitations(opinions));
    }

    private static Planner.Core.Plans.Plan Limited() => Planner.Core.Plans.PlanAssembler.Assemble(SettledPlans.Provisional() with
    {
        Limitations = Fallbacks.Limitations([Opinion("api", new(ProvenanceKind.RulesInsteadOfModel, "big-one"))]),
    });

    private static Opinion Opinion(string specialist, Provenance provenance) =>
        new() { Specialist = specialist, Round = 1, Applies = true, Confidence = 8, Rationale = "Known.", Provenance = provenance };

    private static IEnumerable<string?> Field(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("limitations").EnumerateArray().Select(l => l.GetString())];
    }
}
