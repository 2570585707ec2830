using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Core.Tests.Grounding.Naming;

public sealed class MentionTests
{
    [Theory]
    [InlineData("`OrderService`", MentionKind.Type, "src/Orders/OrderService.cs:1")]
    [InlineData("OrderService", MentionKind.Type, "src/Orders/OrderService.cs:1")]
    [InlineData("`CancelAsync()`", MentionKind.Member, "src/Orders/IOrderService.cs:2")]
    [InlineData("`OrderService.CancelAsync`", MentionKind.Member, "src/Orders/OrderService.cs:2")]
    [InlineData("order_items", MentionKind.Table, "order_items")]
    [InlineData("`orders.status`", MentionKind.Column, "orders.status")]
    [InlineData("POST /orders/42/cancel", MentionKind.Endpoint, "POST /api/orders/{orderId}/cancel")]
    [InlineData("`/api/orders/{id}/cancel`", MentionKind.Endpoint, "POST /api/orders/{orderId}/cancel")]
    [InlineData("Orders/OrderService.cs:17", MentionKind.File, "src/Orders/OrderService.cs")]
    [InlineData("`ck_private`", MentionKind.Member, "src/Orders/OrderService.cs")]
    public void NameOfAThing_IsFound(string written, MentionKind kind, string found)
    {
        var mention = Assert.Single(Shop.Ground("A ticket", $"Look at {written}, please.").Mentions);
        Assert.Equal(kind, mention.Kind);
        Assert.Equal(found, mention.Found[0]);
        Assert.False(mention.IsNew);
    }

    [Theory]
    [InlineData("We use PostgreSQL and GitHub, e.g. Node.js and/or PayPal at https://x.example/OrderThing_x.")]
    [InlineData("It answers with the code `return_window_closed` or `pending` and HTTP 409.")]
    [InlineData("Run `dotnet test Shop.sln` and see README.")]
    [InlineData("```json\n{ \"orderItemId\": 1, \"unknown_key\": 2 }\n```")]
    public void OrdinaryWordsProductsAndValues_AreNoNames(string description) =>
        Assert.DoesNotContain(Shop.Ground("A ticket", description).Mentions, m => !m.IsResolved);

    [Theory]
    [InlineData("Fix `RefundService`.", "RefundService")]
    [InlineData("The RefundService is slow.", "RefundService")]
    [InlineData("The `refunds` table is slow.", "refunds")]
    [InlineData("Read `orders.colour`.", "orders.colour")]
    [InlineData("Change `src/Orders/Missing.cs`.", "src/Orders/Missing.cs")]
    [InlineData("`GET /api/order/{id}` is slow.", "GET /api/order/{id}")]
    public void NameOfNothing_StaysUnresolved(string description, string text)
    {
        var mention = Shop.Ground("A ticket", description).Mention(text);
        Assert.NotNull(mention);
        Assert.False(mention.IsResolved);
    }

    [Theory]
    [InlineData("Add a service `ReturnService`.", "ReturnService", MentionKind.Type)]
    [InlineData("A `ReturnService` is to be created.", "ReturnService", MentionKind.Type)]
    [InlineData("Create a new table order_returns.", "order_returns", MentionKind.Table)]
    [InlineData("Introduce `POST /api/orders/{id}/returns`.", "POST /api/orders/{id}/returns", MentionKind.Endpoint)]
    [InlineData("## New parts\n### Services\n- `ReturnService`", "ReturnService", MentionKind.Type)]
    [InlineData("New classes:\n\n- `ReturnService`", "ReturnService", MentionKind.Type)]
    public void WhatTheTicketSaysIsToBeMade_IsNew(string description, string text, MentionKind kind)
    {
        var mention = Shop.Ground("A ticket", description).Mention(text);
        Assert.NotNull(mention);
        Assert.True(mention.IsNew);
        Assert.Equal(kind, mention.Kind);
    }

    [Fact]
    public void WhatANewThingGoesInto_IsNotNew() =>
        Assert.False(Shop.Ground("A ticket", "Add a note to `RefundService`.").Mention("RefundService")!.IsNew);

    [Fact]
    public void MissingEndpointInACriterion_IsDemandedUnlessItIsASlip()
    {
        var grounding = Shop.Ground("Returns", "", "Story", "A customer sends `POST /api/orders/{id}/returns`.", "`POST /api/orders/{id}/cancle` still works.");
        Assert.True(grounding.Mention("POST /api/orders/{id}/returns")!.IsNew);
        Assert.False(grounding.Mention("POST /api/orders/{id}/cancle")!.IsNew);
    }

    [Fact]
    public void TableOfColumns_BelongsToTheNewTableAboveIt()
    {
        var mention = Shop
            .Ground(
                "Returns",
                "A new table `order_returns`:\n\n| Column | Type | Null |\n|---|---|---|\n| `id` | bigint | no |\n| `reason` | `varchar(20)` default "
                    + "'x' | yes |")
            .Mention("order_returns")!;
        Assert.Equal([new ColumnFact("id", "bigint", false), new ColumnFact("reason", "varchar(20)", true, "'x'")], mention.Columns);
    }

    [Fact]
    public void CreateTableInATicket_GivesItsColumns()
    {
        var mention = Shop
            .Ground(
                "Returns",
                "```sql\nCREATE TABLE order_returns (\n  id bigint PRIMARY KEY,\n  amount numeric(12,2) NOT NULL,\n  note text,\n  CONSTRAINT c CHECK (amount "
                    + "> 0)\n);\n```")
            .Mention("order_returns")!;
        Assert.Equal(["id", "amount", "note"], mention.Columns.Select(c => c.Name));
        Assert.Equal("numeric(12,2)", mention.Columns[1].Type);
    }

    [Fact]
    public void NewColumnOfAnExistingTable_NamesItsTable()
    {
        var mention = Assert.Single(Shop.Ground("Items", "Add a column `status text NOT NULL` to `order_items`.").Mentions, m => m.IsNew);
        Assert.Equal(("order_items.status", MentionKind.Column), (mention.Text, mention.Kind));
    }

    [Fact]
    public void WhatStaysAsItIs_DrawsNoTableIn()
    {
        var grounding = Shop.Ground("Rounding", "The table `order_items` and the API stay as they are.");
        Assert.True(grounding.Mention("order_items")!.IsKept);
        Assert.Empty(grounding.Tables);
    }

    [Fact]
    public void WhatIsOutOfScope_IsNotNamed() =>
        Assert.Empty(Shop.Ground("A ticket", "## Out of scope\n\n`order_items` and `PriceList`").Mentions);

    [Theory]
    [InlineData("2024-12-10 21:38:10.9|Trace|Http|Req: 290 [POST] /api/orders/1756726482/cancel (from ::1)|OrderService")]
    [InlineData("[22:24:21] [ERR] OrderService: Error processing request. URL POST /orders/1af3ad54ae6d892360df4b2738d65893/cancel")]
    public void LogLine_NamesTheRequestAndNotWhatHappenedToRun(string line)
    {
        var mention = Assert.Single(Shop.Ground("A ticket", $"```\n{line}\n```", "Bug").Mentions);

        Assert.Equal(["POST /api/orders/{orderId}/cancel"], mention.Found);
    }
}
