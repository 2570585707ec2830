using Planner.Core.Artifacts.Documents;
using Planner.Core.Opinions;
using Planner.Core.Review.Reading;
using Xunit;

namespace Planner.Core.Tests.Opinions;

public sealed class SketchTests
{
    private static readonly SketchPart Orders = new("orders", PartKind.Table, IsNew: false);
    private static readonly SketchPart Service = new("OrderService", PartKind.Type, IsNew: true);

    [Fact]
    public void OptionsThatAreDrawnDifferently_KeepTheirSketches()
    {
        var told = Sketch.Telling([Option("A", new SketchArrow(Service, Orders, "writes")), Option("B", new SketchArrow(Orders, Service, "tells"))]);

        Assert.All(told, o => Assert.NotNull(o.Sketch));
    }

    [Fact]
    public void OptionsThatWouldLookAlike_AreNotDrawn()
    {
        var told = Sketch.Telling([Option("A", new SketchArrow(Service, Orders, "writes")), Option("B", new SketchArrow(Service, Orders, "writes"))]);

        Assert.All(told, o => Assert.Null(o.Sketch));
    }

    [Fact]
    public void OptionThatCannotBeDrawn_TakesTheOthersDrawingWithIt()
    {
        var told = Sketch.Telling([Option("A", new SketchArrow(Service, Orders, "writes")), Option("B")]);

        Assert.All(told, o => Assert.Null(o.Sketch));
    }

    [Fact]
    public void Diagram_ShowsEachPartOnceInTheShapeOfItsKind_AndMarksWhatIsNew()
    {
        var drawn = SketchDiagram.Of(new([new(Service, Orders, "writes"), new(new("orders", PartKind.Type, IsNew: false), Service, "")]));

        Assert.Equal(
            """
            flowchart LR
              n1["OrderService (new)"]:::added
              n2[("orders")]
              n3["orders"]
              n1 -->|"writes"| n2
              n3 --> n1
              classDef added stroke-width:3px,stroke-dasharray:6 3
            """.ReplaceLineEndings("\n"),
            drawn);
    }

    [Theory]
    [InlineData("a\"] --> evil[\"b")]
    [InlineData("a\n```\n<script>")]
    [InlineData("x\nclick n1 href \"javascript:alert(1)\"")]
    public void NameFromOutside_StaysALabel(string name)
    {
        var drawn = SketchDiagram.Of(new([new(Service, new(name, PartKind.Outside, IsNew: false), name)]));

        Assert.Equal(5, drawn.Split('\n').Length);
        Assert.True(MermaidDiagram.IsSound(drawn));
        Assert.DoesNotContain("<script", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("\n```", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PartKind.Endpoint)]
    [InlineData(PartKind.Job)]
    [InlineData(PartKind.Rule)]
    [InlineData(PartKind.Outside)]
    public void EveryKind_DrawsASoundDiagram(PartKind kind) =>
        Assert.True(MermaidDiagram.IsSound(SketchDiagram.Of(new([new(new("POST /a/{b}", kind, IsNew: true), Orders, "calls")]))));

    private static DecisionOption Option(string id, params SketchArrow[] arrows) =>
        new(id, "title", ["pro"], ["con"], "cost", Reversibility.Easy) { Sketch = arrows.Length == 0 ? null : new Sketch(arrows) };
}
