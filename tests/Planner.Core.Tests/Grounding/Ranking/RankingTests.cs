using System.Text.Json;
using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Specialists.Stories;
using Planner.Core.Tickets;
using Xunit;

namespace Planner.Core.Tests.Grounding.Ranking;

public sealed class RankingTests
{
    [Fact]
    public void NamedFile_IsFirstAndSaysWhy()
    {
        var first = Shop.Ground("Cancel twice", "`OrderService` cancels twice.").Files[0];
        Assert.Equal(new RankedFile("src/Orders/OrderService.cs", 1, "declares OrderService, which the ticket names"), first);
    }

    [Fact]
    public void WhatHangsTogetherWithANamedType_IsFoundToo()
    {
        var paths = Shop.Ground("Cancel twice", "`OrderService` cancels twice.").Files.Select(f => f.Path).ToList();
        Assert.Contains("src/Orders/IOrderService.cs", paths);
        Assert.Contains("src/Program.cs", paths);
        Assert.Contains("tests/OrderServiceTests.cs", paths);
        Assert.DoesNotContain("src/Orders/PriceList.cs", paths.Take(4));
    }

    [Fact]
    public void FileThatSharesWords_SaysWhichOfItsNamesDo() =>
        Assert.Equal(
            "declares `PriceList`: list, price",
            Shop.Ground("Price list", "The list of prices is sorted.").Files.Single(f => f.Path == "src/Orders/PriceList.cs").Why);

    [Fact]
    public void Scores_FallFromOneAndStayWithinBounds()
    {
        var scores = Shop.Ground("Cancel orders", "Orders can be cancelled.").Files.Select(f => f.Score).ToList();
        Assert.Equal(1, scores[0]);
        Assert.Equal(scores.OrderByDescending(s => s), scores);
        Assert.All(scores, s => Assert.InRange(s, 0, 1));
    }

    [Fact]
    public void SameTicket_GivesTheSameBytes() =>
        Assert.Equal(JsonSerializer.Serialize(Shop.Ground("Cancel orders", "x")), JsonSerializer.Serialize(Shop.Ground("Cancel orders", "x")));

    [Fact]
    public void RelevantParts_AreThoseOfTheTicket()
    {
        var grounding = Shop.Ground("Cancel orders", "`POST /api/orders/{orderId}/cancel` calls `OrderService`; status is in `orders`.");
        Assert.Equal(["POST /api/orders/{orderId}/cancel"], grounding.Endpoints.Select(e => $"{e.Method} {e.Route}"));
        Assert.Equal(["orders"], grounding.Tables.Select(t => t.Name));
        Assert.Equal(["Cancel_Twice_IsRefused"], grounding.Tests.Select(t => t.Method));
        Assert.Equal(["IOrderService"], grounding.Registrations.Select(r => r.Service));
    }

    [Fact]
    public void Inventory_HoldsAllThatExists()
    {
        var inventory = Shop.Ground("x").Inventory;
        Assert.Equal(Shop.Index.Documents.Count, inventory.Paths.Count);
        Assert.Contains("orders.status", inventory.Columns);
        Assert.Equal(["GET /api/prices", "POST /api/orders/{orderId}/cancel"], inventory.Endpoints);
    }

    [Fact]
    public void TicketWithoutWords_RanksNothing() => Assert.Empty(Shop.Ground("?", "").Files);

    [Fact]
    public void GapThatNearlyHasAName_GetsTheFactAndItsSource()
    {
        var note = WiderLook.Research([new Gap("OrdersService", "?")], Shop.Ground("x"), Shop.Index)[0];
        Assert.Equal(new ResearchNote("OrdersService", "The class OrderService exists and is used by Program.", "src/Orders/OrderService.cs:1"), note);
    }

    [Fact]
    public void GapAboutNothingThatExists_GetsNoNote() =>
        Assert.Empty(WiderLook.Research([new Gap("loyalty points expiry", "?")], Shop.Ground("x"), Shop.Index));

    [Theory]
    [InlineData("Orders are cancelled twice", true)]
    [InlineData("Orders are slow", false)]
    public void MemberThatTheSummarySpeaksOf_BringsItsFile(string summary, bool isFound)
    {
        var types = Shop.Index.Types
            .Append(
                new TypeFact("Desk", "class", "Shop", "src/Orders/PriceList.cs", 9, [], [new MemberFact("CancelOrder", "method", "void CancelOrder()", 10)]))
            .ToList();
        var ticket = new Ticket { Key = "SHOP-1", Summary = summary, Description = "", Type = "Bug" };
        var grounding = TicketGrounder.Ground(ticket, new FrozenCriteria([], "", Derived: true), Shop.Index with { Types = types });

        Assert.Equal(isFound, grounding.Files.Any(f => f.Path == "src/Orders/PriceList.cs" && f.Why == "has CancelOrder, of which the ticket speaks"));
    }
}
