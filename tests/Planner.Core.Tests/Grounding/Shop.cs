using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;

namespace Planner.Core.Tests.Grounding;

/// <summary>A small index of a shop, and tickets about it.</summary>
internal static class Shop
{
    public static CodebaseIndex Index { get; } = new()
    {
        Commit = "c0ffee",
        Documents =
        [
            Document("db/migrations/001_orders.up.sql", "create table orders order_items customer_id status"),
            Document("readme.md", "orders returns"),
            Document("src/Data/OrderRepository.cs", "OrderRepository IOrderRepository select from orders order_items"),
            Document("src/Orders/IOrderRepository.cs", "IOrderRepository"),
            Document("src/Orders/IOrderService.cs", "IOrderService CancelAsync"),
            Document("src/Orders/OrderService.cs", "OrderService IOrderService IOrderRepository CancelAsync ck_private"),
            Document("src/Orders/PriceList.cs", "PriceList prices"),
            Document("src/Program.cs", "AddScoped IOrderService OrderService MapPost orders cancel"),
            Document("tests/OrderServiceTests.cs", "OrderServiceTests OrderService cancel"),
        ],
        Types =
        [
            Type("OrderRepository", "src/Data/OrderRepository.cs", ["IOrderRepository"], []),
            Type("IOrderRepository", "src/Orders/IOrderRepository.cs", [], []),
            Type("IOrderService", "src/Orders/IOrderService.cs", [], [], "CancelAsync"),
            Type("OrderService", "src/Orders/OrderService.cs", ["IOrderService"], ["IOrderRepository"], "CancelAsync"),
            Type("PriceList", "src/Orders/PriceList.cs", [], []),
            Type("Program", "src/Program.cs", [], ["IOrderService", "OrderService"]),
        ],
        Endpoints = [new("POST", "/api/orders/{orderId}/cancel", "src/Program.cs", 2, "Program"), new("GET", "/api/prices", "src/Program.cs", 3, "Program")],
        Registrations = [new("IOrderService", "OrderService", "Scoped", "src/Program.cs", 1)],
        Tests = [new("OrderServiceTests", "Cancel_Twice_IsRefused", "OrderService", "tests/OrderServiceTests.cs", 5)],
        Tables =
        [
            Table("orders", "id", "customer_id", "status"),
            Table("order_items", "id", "order_id"),
            Table("prices", "id"),
        ],
    };

    public static TicketGrounding Ground(string summary, string description = "", string type = "Story", params IReadOnlyList<string> criteria) =>
        TicketGrounder.Ground(
            new Ticket { Key = "SHOP-1", Summary = summary, Description = description, Type = type },
            new FrozenCriteria([.. criteria.Select((c, i) => new AcceptanceCriterion($"AC{i + 1}", c))], "", Derived: criteria.Count == 0),
            Index);

    public static Mention? Mention(this TicketGrounding grounding, string text) => grounding.Mentions.FirstOrDefault(m => m.Text == text);

    public static DocumentFact Document(string path, string text) =>
        new(path, text.Length, "", new TermCounter(new(StringComparer.Ordinal), 1000).Count(text));

    private static TypeFact Type(string name, string file, IReadOnlyList<string> bases, IReadOnlyList<string> uses, params IReadOnlyList<string> members) =>
        new(
            name,
            name[0] == 'I' ? "interface" : "class",
            "Shop",
            file,
            1,
            bases,
            [.. members.Select((m, i) => new MemberFact(m, "method", $"Task {m}()", i + 2))])
        { Uses = uses };

    private static TableFact Table(string name, params IReadOnlyList<string> columns) => new()
    {
        Schema = "public",
        Name = name,
        Columns = [.. columns.Select(c => new ColumnFact(c, "bigint", false))],
        File = "db/migrations/001_orders.up.sql",
        Line = 1,
    };
}
