using Planner.Core.Tickets;
using Xunit;

namespace Planner.Core.Tests.Tickets;

public sealed class ReadinessJudgeTests
{
    private static Readiness Judge(string summary, string description, string type = "Story", params TicketLink[] children)
    {
        var ticket = new Ticket { Key = "SHOP-1", Summary = summary, Description = description, Type = type, Children = children };
        return ReadinessJudge.Judge(ticket, CriteriaReader.Freeze(ticket));
    }

    private static Readiness.NotReady NotReady(string summary, string description, string type = "Story")
    {
        var verdict = Assert.IsType<Readiness.NotReady>(Judge(summary, description, type));
        Assert.DoesNotContain('\n', verdict.Reason);
        Assert.InRange(verdict.Questions.Count, 3, 6);
        return verdict;
    }

    [Theory]
    [InlineData("")]
    [InlineData("## Description\n\n## Acceptance criteria\n")]
    [InlineData("(image: screen.png)")]
    public void NothingSaid_IsNotReady(string description) => NotReady("Improve things", description);

    [Theory]
    [InlineData("See board", "<https://example.com/boards/after-sales/42>")]
    [InlineData("See board", "https://example.com/boards/after-sales/42")]
    [InlineData("Returns", "[Spec](https://example.com/spec)")]
    [InlineData("Returns", "see https://example.com/a\n\n- https://example.com/b")]
    public void BareLink_IsNotReady(string summary, string description)
    {
        var verdict = NotReady(summary, description);

        Assert.Contains("only", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("https://example.com/", verdict.Questions[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Make the shop faster and nicer for customers", "It would be great if the shop felt faster and looked nicer, our customers deserve it.")]
    [InlineData("Shop schneller machen", "Es wäre toll, wenn der Shop sich schneller anfühlt und unsere Kunden ihn schöner finden.")]
    [InlineData("Rendre la boutique plus agréable", "Ce serait bien si la boutique était plus rapide et plus jolie pour nos clients.")]
    [InlineData("让商店更快更好看", "如果商店感觉更快、看起来更漂亮就好了，我们的客户值得拥有。")]
    [InlineData("Improve UX", "Please improve the UX of everything.")]
    [InlineData("Better search", "Search should be better.")]
    public void VagueWish_IsNotReady(string summary, string description) =>
        Assert.Contains("wish", NotReady(summary, description).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("Login fails", "POST /api/login returns HTTP 500 for new users.", "Bug")]
    [InlineData("Discount is rounded wrong", "`PricingService.CalculateLineTotal` rounds per unit.", "Bug")]
    [InlineData("Totals are off by 0.01 EUR for 100 napkins", "", "Bug")]
    [InlineData("NullReferenceException in OrderService.Cancel for empty orders", "", "Bug")]
    [InlineData("Checkout does nothing", "The button does nothing in Safari since yesterday, no request is sent.", "Bug")]
    [InlineData("Button label", "The button says \"Purchse\" and must say \"Purchase\".", "Task")]
    [InlineData("order_items laden langsam", "Die Liste braucht 12 s statt 2 s.", "Fehler")]
    [InlineData("登录失败", "`AuthService` 在 500 个用户时返回错误", "Story")]
    public void ShortButPrecise_IsReady(string summary, string description, string type) =>
        Assert.IsType<Readiness.Ready>(Judge(summary, description, type));

    [Fact]
    public void OwnCriteria_MakeItReady() =>
        Assert.IsType<Readiness.Ready>(Judge("Returns", "## Acceptance criteria\n\n- A customer sees all returns of the last year"));

    [Fact]
    public void CriteriaWithoutContent_DoNot() => NotReady("Returns", "## Acceptance criteria\n\n- TBD\n- works well");

    [Fact]
    public void EpicWhoseStoriesNobodyRead_IsNot() =>
        Assert.IsType<Readiness.NotReady>(Judge("Returns", "", "Epic", new TicketLink("SHOP-2", "child", "Table"), new TicketLink("SHOP-3", "child", "Page")));

    [Fact]
    public void LongText_IsReady() =>
        Assert.IsType<Readiness.Ready>(Judge(
            "Returns",
            string.Join(' ', Enumerable.Repeat("customers send back what they bought and wait for their money", 8))));

    [Fact]
    public void Fault_IsAskedAboutItsCourse()
    {
        var verdict = NotReady("The checkout button does nothing", "Please fix it soon.", "Bug");

        Assert.Contains("step by step", verdict.Questions[0], StringComparison.Ordinal);
        Assert.Contains("The checkout button does nothing", verdict.Questions[0], StringComparison.Ordinal);
    }
}
