using Planner.Core.Opinions;
using Planner.Core.Text;
using Xunit;

namespace Planner.Core.Tests.Opinions;

public sealed class TopicKeyTests
{
    [Theory]
    [InlineData("consistency:order-returns/i-payment-gateway", "order_returns", "IPaymentGateway")]
    [InlineData("consistency:order-returns/i-payment-gateway", "OrderReturns", "i_payment_gateway")]
    [InlineData("consistency:reporting-daily-sales", "reporting.daily_sales", "")]
    [InlineData("consistency:post-api-orders-id-returns", "POST /api/orders/{orderId}/returns")]
    [InlineData("consistency:post-api-orders-id-returns", "post /api/orders/{id}/returns/")]
    [InlineData("consistency:ac1/http-client", "AC1", "HTTPClient")]
    [InlineData("consistency:lösch-datum", "LöschDatum")]
    public void Names_AreSpelledInOneWay(string key, params string[] things) =>
        Assert.Equal(key, TopicKey.Of(TopicKind.Consistency, things).ToString());

    [Theory]
    [InlineData("open-choice:a", "open-choice:a")]
    [InlineData("OpenChoice:A", "open-choice:a")]
    [InlineData("limit: Order_Returns / window ", "limit:order-returns/window")]
    public void Text_IsReadAndNormalised(string text, string key) => Assert.Equal(key, TopicKey.Parse(text)!.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("limit")]
    [InlineData("limit:")]
    [InlineData("limit:///")]
    [InlineData(":window")]
    [InlineData("7:window")]
    [InlineData("nonsense:window")]
    public void TextThatIsNoKey_IsNone(string? text) => Assert.Null(TopicKey.Parse(text));

    [Fact]
    public void LongNames_StayDifferentAndBounded()
    {
        var (one, other) = (TopicKey.OfWording(new string('a', 400) + " one"), TopicKey.OfWording(new string('a', 400) + " other"));

        Assert.NotEqual(one, other);
        Assert.InRange(one.ToString().Length, 1, 70);
        Assert.Equal(one, TopicKey.Parse(one.ToString()));
    }

    [Fact]
    public void Keys_SurviveAJourneyThroughJson()
    {
        var (topic, option) = (TopicKey.Of(TopicKind.Limit, "returns", "window"), OptionKey.Of("Own Service"));

        Assert.Equal((topic, option), (PlanJson.Read<TopicKey>(PlanJson.Content(topic)), PlanJson.Read<OptionKey>(PlanJson.Content(option))));
        Assert.Equal("\"limit:returns/window\"", PlanJson.Content(topic));
        Assert.True(PlanJson.Read<OptionKey>(PlanJson.Content(OptionKey.OfWording("Directly"))).IsWording);
    }

    [Fact]
    public void DecisionStoredWithoutKeys_IsReadAndToldByItsWords()
    {
        var stored = PlanJson.Content(Planner.Testing.Plans.ReturnsPanel.DecisionOf("service", "queue", "How is it sent?"))
            .Replace("\"key\":\"wording:queue\",", "", StringComparison.Ordinal).Replace("service/queue", "TD001", StringComparison.Ordinal);
        Assert.DoesNotContain("wording:queue", stored, StringComparison.Ordinal);

        var read = PlanJson.Read<Decision>(stored);

        Assert.Equal("wording:how-is-it-sent", read.Key.ToString());
        Assert.True(read.IsAbout(read with { Id = "service/other", Key = TopicKey.Of(TopicKind.Consistency, "mail") }));
        Assert.False(read.IsAbout(read with { Id = "service/other", Title = "Where is it kept?", Key = TopicKey.Of(TopicKind.Placement, "mail") }));
    }
}
