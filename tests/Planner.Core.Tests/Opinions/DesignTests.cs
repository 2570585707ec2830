using System.Text.Json;
using System.Text.Json.Nodes;
using Planner.Core.Opinions;
using Planner.Core.Text;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Opinions;

public sealed class DesignTests
{
    private static readonly Opinion Empty = new() { Specialist = "service", Round = 1, Applies = true, Confidence = 8, Rationale = "" };

    public static TheoryData<string, string> Kinds => new()
    {
        { "schema", nameof(SchemaDesign) },
        { "pipelines", nameof(PipelineDesign) },
        { "services", nameof(ServiceDesign) },
        { "api", nameof(ApiDesign) },
        { "frontend", nameof(FrontendDesign) },
        { "performance", nameof(PerformanceDesign) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void DesignAsJson_TellsItsKindFirst_AndIsReadBack(string kind, string type)
    {
        var written = PlanJson.Content(Empty.With(Made(type)));

        Assert.Contains($$"""
            "designs":[{"kind":"{{kind}}",
            """, written, StringComparison.Ordinal);
        Assert.Equal(type, Assert.Single(PlanJson.Read<Opinion>(written).Designs).GetType().Name);
    }

    [Fact]
    public void EveryKindOfDesign_HasAName() =>
        Assert.Equal(
            typeof(Design).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Design))).Select(t => t.Name).Order(StringComparer.Ordinal),
            Kinds.Select(k => k.Data.Item2).Order(StringComparer.Ordinal));

    [Fact]
    public void KindAfterOtherFields_IsRead() =>
        Assert.Equal("api.yaml", ((ApiDesign)PlanJson.Read<Design>("""{"openApiDocument":"api.yaml","kind":"api"}""")).OpenApiDocument);

    [Fact]
    public void UnknownKind_IsRefused() => Assert.Throws<JsonException>(() => PlanJson.Read<Design>("""{"kind":"weather"}"""));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void OpinionKeptWithAPropertyForEachKind_IsRead(string property, string type)
    {
        var kept = JsonNode.Parse(PlanJson.Content(Empty))!.AsObject();
        kept.Remove("designs");
        Kinds.ToList().ForEach(k => kept[k.Data.Item1] = null);
        kept[property] = JsonNode.Parse(JsonSerializer.Serialize(Made(type), Made(type).GetType(), PlanJson.Options));

        Assert.Equal(type, Assert.Single(PlanJson.Read<Opinion>(kept.ToJsonString()).Designs).GetType().Name);
    }

    [Fact]
    public void OpinionKeptByAnEarlierVersion_SaysTheSame()
    {
        var today = ReturnsPanel.Database.With(new PerformanceDesign { Script = "load.js" });
        var kept = JsonNode.Parse(PlanJson.Content(today))!.AsObject();
        foreach (var design in kept["designs"]!.AsArray().Select(d => d!.DeepClone().AsObject()))
        {
            var kind = (string)design["kind"]!;
            design.Remove("kind");
            kept[kind] = design;
        }

        kept.Remove("designs");

        Assert.Equal(PlanJson.Content(today), PlanJson.Content(PlanJson.Read<Opinion>(kept.ToJsonString())));
    }

    [Fact]
    public void DesignOfAKindThatIsThere_TakesItsPlace()
    {
        var opinion = Empty.With(new ApiDesign()).With(new ServiceDesign()).With(new ApiDesign { OpenApiDocument = "api.yaml" });

        Assert.Equal([new ApiDesign { OpenApiDocument = "api.yaml" }.OpenApiDocument], opinion.Designs.OfType<ApiDesign>().Select(d => d.OpenApiDocument));
        Assert.IsType<ApiDesign>(opinion.Designs[0]);
        Assert.Same(opinion, opinion.Redesigned<SchemaDesign>(d => d with { Partitioning = "none" }));
    }

    private static Design Made(string type) => (Design)Activator.CreateInstance(typeof(Design).Assembly.GetType($"Planner.Core.Opinions.{type}")!)!;
}
