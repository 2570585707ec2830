using Planner.Core.Review.Audits;
using Planner.Core.Review.Reading;
using Planner.Core.Tests.Review.Audits;
using Xunit;

namespace Planner.Core.Tests.Review.Reading;

/// <summary>What of an audit counts.</summary>
public sealed class AuditJudgementTests
{
    [Theory]
    [InlineData("T001", "Customers want to send items back.")]
    [InlineData("V001", "send items back")]
    [InlineData("TD001", "customers  want to\nsend `items` back")]
    [InlineData("R001", "Customers … items back")]
    [InlineData("Q001", "“Customers want” ... \"items back\"")]
    [InlineData("AC2", "12: void Cancel(Order order)")]
    [InlineData("src/Shop/OrderService.cs", "void Cancel(Order order)")]
    [InlineData("`src/Shop/OrderService.cs:3-9`", "orders.Drop(order);")]
    [InlineData("db/009_order_returns.up.sql", "void Cancel(Order order)")]
    [InlineData("orders", "void Cancel(Order order)")]
    [InlineData("GET /api/orders/{id}", "void Cancel(Order order)")]
    public void ClaimThatCitesWhatIsThere_Stands(string place, string quote)
    {
        var report = Judge(AuditOf.Sound(AuditOf.Claim(place: place, quote: quote)));

        Assert.Equal((AuditStatus.Failed, 0), (report.Status, report.LeftOut));
        Assert.Equal(place, Assert.Single(report.Claims).Place);
    }

    [Theory]
    [InlineData("T099", "send items back")]
    [InlineData("src/Shop/Nowhere.cs", "send items back")]
    [InlineData("../../etc/passwd", "send items back")]
    [InlineData("", "send items back")]
    [InlineData("the whole plan", "send items back")]
    [InlineData("T001", "Customers want to keep items.")]
    [InlineData("T001", "back")]
    [InlineData("T001", "… ... …")]
    [InlineData("T001", "")]
    [InlineData("T001", "Customers want … their money")]
    public void ClaimThatCitesNothingThatIsThere_IsLeftOutAndCounted(string place, string quote)
    {
        var report = Judge(AuditOf.Sound(AuditOf.Claim(place: place, quote: quote)));

        Assert.Equal((AuditStatus.Passed, 1), (report.Status, report.LeftOut));
        Assert.Empty(report.Claims);
        Assert.Contains("stand nowhere: 1", report.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T001", "api", "database")]
    [InlineData("V001", "api", "database")]
    [InlineData("src/Shop/OrdersEndpoints.cs", "service", "service")]
    [InlineData("src/Shop/OrdersEndpoints.cs", "nobody", "api")]
    [InlineData("src/Shop/OrdersEndpoints.cs", null, "api")]
    [InlineData("tests/Shop.Tests/OrderServiceTests.cs", "nobody", null)]
    [InlineData("T005", "nobody", null)]
    public void Claim_GoesToWhomThePlaceBelongs_ElseToWhoIsNamed(string place, string? named, string? expected)
    {
        var report = Judge(AuditOf.Sound(AuditOf.Claim(place: place, specialist: named)));

        Assert.Equal(expected, Assert.Single(report.Claims).Specialist);
    }

    [Fact]
    public void AuditThatLookedAtNextToNothing_HasNotRun_ButWhatItFoundCounts()
    {
        var hasty = AuditOf.Sound(AuditOf.Claim(blocks: false)) with
        {
            Checked =
            [
                .. Enumerable.Range(1, 4).Select(n => AuditOf.Check($"thing {n}", quote: "void Cancel(Order order)"[..^n])),
                AuditOf.Check("made up", "T099"), AuditOf.Check("said", quote: "all is well"),
            ],
        };

        var report = Judge(hasty);

        Assert.Equal((AuditStatus.NotRun, 4, 2), (report.Status, report.Checked.Count, report.LeftOut));
        Assert.Single(report.Claims);
        Assert.StartsWith("fewer than 5 things", report.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void SamePlaceAndWordsAgainAndAgain_AreOneThing()
    {
        var report = Judge(AuditOf.Sound() with { Checked = [.. Enumerable.Range(1, 12).Select(n => AuditOf.Check($"thing {n}"))] });

        Assert.Equal(AuditStatus.NotRun, report.Status);
    }

    [Fact]
    public void EarlierClaim_StandsUntilItIsSettledByPlaceAndWords()
    {
        AuditClaim[] shown = [.. new[] { "settled", "held", "passed over", "settled without words", "said both" }
            .Select(m => AuditOf.Claim() with { Message = m }), AuditOf.Claim(place: "T099")];
        var audit = AuditOf.Sound() with
        {
            Earlier =
            [
                Settled(1), Settled(2) with { Holds = true }, Settled(4) with { Quote = "I looked at it" }, Settled(5),
                Settled(5) with { Holds = true },
            ],
        };

        var report = Judge(audit, shown);

        Assert.Equal(["held", "passed over", "settled without words", "said both"], report.Claims.Select(c => c.Message));
        Assert.Equal(AuditStatus.Failed, report.Status);
    }

    [Fact]
    public void AuditThatIsMissed_KeepsWhatWasFoundBefore()
    {
        var report = AuditJudgement.Missed("the model was out of reach.", Reviewed.Sound, [AuditOf.Claim(), AuditOf.Claim(place: "T099")]);

        Assert.Equal(AuditStatus.NotRun, report.Status);
        Assert.Equal(AuditOf.Claim(), Assert.Single(report.Claims));
    }

    private static EarlierClaim Settled(int number) => new(number, Holds: false, "T001", "void Cancel(Order order)");

    private static AuditReport Judge(PlanAudit audit, params IReadOnlyList<AuditClaim> shown) => AuditJudgement.Of(audit, Reviewed.Sound, shown);
}
