using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Tickets;

namespace Planner.Testing.Plans;

/// <summary>The inputs of a small but whole plan: a shop lets customers return what they bought.</summary>
public static class ReturnsTicket
{
    /// <summary>What the code base's tests are run with.</summary>
    public const string TestCommand = "dotnet test";

    /// <summary>The ticket.</summary>
    public static Ticket Ticket { get; } = new()
    {
        Key = "SHOP-101",
        Summary = "Let customers return items",
        Description = "Customers want to send items back.",
        Type = "Story",
        Reporter = "Ana Reporter",
        Assignee = "Ben Builder",
    };

    /// <summary>Its criteria.</summary>
    public static FrozenCriteria Criteria { get; } = new(
        [
            new("AC1", "A customer can ask for a return within 30 days."),
            new("AC2", "A return is listed with its order in at most 200 ms."),
        ],
        "c0ffee",
        Derived: false);

    /// <summary>The seats of four specialists.</summary>
    public static IReadOnlyList<PanelSeat> Panel { get; } =
        [.. PanelSeat.BuiltIn.Where(s => s.Name is "database" or "etl" or "service" or "api")];

    /// <summary>What is known of the shop.</summary>
    public static TicketGrounding Grounding { get; } = new()
    {
        Commit = "0123abc",
        Files = [new("src/Shop/OrderService.cs", 0.93, "declares OrderService"), new("src/Shop/OrdersEndpoints.cs", 0.7, "maps the orders")],
        Candidates =
        [
            new("src/Shop/OrderService.cs", ["OrderService"], 1, ["declares OrderService", "is number 1 of all files by words shared with the ticket"]),
            new("src/Shop/OrdersEndpoints.cs", ["OrdersEndpoints"], 2, ["maps the orders"]),
        ],
        Mentions = [new("OrderService", MentionKind.Type, ["src/Shop/OrderService.cs:3"], IsNew: false)],
        Tables = [Orders],
        Endpoints = [new("GET", "/api/orders/{id}", "src/Shop/OrdersEndpoints.cs", 10, "Get")],
        Tests = [new("OrderServiceTests", "Total_Sums", "OrderService", "tests/Shop.Tests/OrderServiceTests.cs", 8)],
        Conventions = new() { TestFramework = "xunit", VerificationCommands = [TestCommand] },
        Inventory = new(
            ["src/Shop/OrderService.cs", "src/Shop/OrdersEndpoints.cs", "src/Shop/SalesExportJob.cs", "tests/Shop.Tests/OrderServiceTests.cs"],
            ["orders", "sales_facts"],
            ["orders.id", "orders.placed_at", "sales_facts.returns"],
            ["GET /api/orders/{id}"]),
    };

    /// <summary>All of it together, settled by nobody yet.</summary>
    public static PlanInputs Inputs { get; } = Of(ReturnsPanel.Opinions);

    private static TableFact Orders => new()
    {
        Schema = "public",
        Name = "orders",
        Columns = [new("id", "bigint", Nullable: false), new("placed_at", "timestamptz", Nullable: false)],
        PrimaryKey = ["id"],
    };

    /// <summary>The inputs with other opinions.</summary>
    public static PlanInputs Of(IReadOnlyList<Opinion> opinions) => new()
    {
        Ticket = Ticket,
        Criteria = Criteria,
        Grounding = Grounding,
        Opinions = opinions,
        Rounds = opinions.ToDictionary(o => o.Specialist, o => (IReadOnlyList<int>)[o.Confidence], StringComparer.Ordinal),
        Panel = Panel,
    };
}
