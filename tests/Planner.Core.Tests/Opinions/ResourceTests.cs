using Planner.Core.Opinions;
using Planner.Core.Text;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Opinions;

public sealed class ResourceTests
{
    [Theory]
    [InlineData("table:public.Orders", "table:orders")]
    [InlineData("table:\"orders\"", "TABLE: orders")]
    [InlineData("endpoint:get /api/Orders/{id}/", "endpoint:GET /api/orders/{orderId}")]
    [InlineData("file:./src\\a.cs", "file:src//a.cs")]
    [InlineData("column:Orders.Status", "column:public.orders.status")]
    public void SameThing_IsEqualHoweverItIsSpelled(string one, string other) => Assert.Equal(Resource.Parse(one), Resource.Parse(other));

    [Theory]
    [InlineData("type:IOrders", "type:iorders")]
    [InlineData("table:orders", "type:orders")]
    [InlineData("endpoint:GET /a", "endpoint:POST /a")]
    public void OtherThings_AreNot(string one, string other) => Assert.NotEqual(Resource.Parse(one), Resource.Parse(other));

    [Theory]
    [InlineData(null)]
    [InlineData("orders")]
    [InlineData("table:")]
    [InlineData("planet:mars")]
    [InlineData("7:orders")]
    public void TextWithoutKindOrName_IsNone(string? text) => Assert.Null(Resource.Parse(text));

    [Fact]
    public void OpinionStoredBeforeThereWereNeeds_ComesFromTheRulesAndNeedsNothing()
    {
        var json = PlanJson.Content(ReturnsPanel.Database);
        var old = json.Replace("\"provenance\":{\"kind\":\"rules\",\"model\":null,\"deployment\":null},", "", StringComparison.Ordinal)
            .Replace("\"findings\":[],", "", StringComparison.Ordinal)
            .Replace("\"findings\":[]", "", StringComparison.Ordinal)
            .Replace("\"needs\":[],\"provides\":[],", "", StringComparison.Ordinal);
        var read = PlanJson.Read<Opinion>(old.Replace(",}", "}", StringComparison.Ordinal));

        Assert.DoesNotContain("provenance", old, StringComparison.Ordinal);
        Assert.Equal(Provenance.Rules, read.Provenance);
        Assert.Empty(read.Tasks[0].Needs);
    }

    [Fact]
    public void NeedsAreWrittenAsTexts()
    {
        var json = PlanJson.Content(ReturnsPanel.TaskOf("service", "a", ["AC1"]) with { Needs = [Resource.Table("orders")] });

        Assert.Contains("\"needs\":[\"table:orders\"]", json, StringComparison.Ordinal);
        Assert.Equal([Resource.Table("orders")], PlanJson.Read<PlanTask>(json).Needs);
    }
}
