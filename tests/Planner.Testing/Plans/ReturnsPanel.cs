using Planner.Core.Opinions;

namespace Planner.Testing.Plans;

/// <summary>What four specialists say about <see cref="ReturnsTicket"/>.</summary>
public static class ReturnsPanel
{
    /// <summary>In the panel's order.</summary>
    public static IReadOnlyList<Opinion> Opinions => [Database, Etl, Service, Api];

    /// <summary>Adds a table.</summary>
    public static Opinion Database { get; } = new()
    {
        Specialist = "database",
        Round = 1,
        Applies = true,
        Confidence = 9,
        Rationale = "Every table that the ticket names was found.",
        Evidence = ["orders"],
        Summary = "A table order_returns is added beside orders.",
        Tasks = [TaskOf(
            "database",
            "create-order-returns",
            ["AC1"],
            tables: ["order_returns"],
            add: ["db/009_order_returns.up.sql", "db/009_order_returns.down.sql"])],
        Tests = [new("database/migration", "The migration applies and rolls back", ["AC1"], TestKind.Integration, "database/create-order-returns")
        {
            Aspects = TestAspects.Apply | TestAspects.Rollback,
        }],
        Risks = [RiskOf("database", "lock", "The migration holds a lock on orders", "create-order-returns")],
        Decisions = [DecisionOf("database", "return-states", "Where does the state of a return live?")],
        Designs =
        [
            new SchemaDesign
            {
                Migrations =
                [
                    new("order_returns", "db/009_order_returns.up.sql", "db/009_order_returns.down.sql",
                        "CREATE TABLE order_returns (id bigint PRIMARY KEY, order_id bigint NOT NULL REFERENCES orders (id));",
                        "DROP TABLE order_returns;", ["order_returns"], "A short lock on orders while the reference is made."),
                ],
                Tables =
                [
                    new()
                    {
                        Schema = "public", Name = "order_returns", PrimaryKey = ["id"],
                        Columns = [new("id", "bigint", Nullable: false), new("order_id", "bigint", Nullable: false)],
                        ForeignKeys = [new(["order_id"], "orders", ["id"])],
                    },
                    new() { Schema = "public", Name = "orders", PrimaryKey = ["id"], Columns = [new("id", "bigint", Nullable: false)] },
                ],
                Indexes = [new("order_returns", ["order_id"], Unique: false, "Returns are listed by order.")],
                Rules = [new("order_returns", "order_id", "must name an order", "A return without an order means nothing.")],
                Queries = [new("Returns of an order", "SELECT id FROM order_returns WHERE order_id = $1;")],
                ZeroDowntime = ["Apply the migration before the new build is deployed."],
            },
        ],
    };

    /// <summary>Exports returns.</summary>
    public static Opinion Etl { get; } = new()
    {
        Specialist = "etl",
        Round = 1,
        Applies = true,
        Confidence = 8,
        Rationale = "The job that exports sales was found.",
        Evidence = ["src/Shop/SalesExportJob.cs:1"],
        Summary = "SalesExportJob takes returns into the sales facts.",
        Tasks = [TaskOf("etl", "export-returns", ["AC2"], tables: ["sales_facts"], modify: ["src/Shop/SalesExportJob.cs"])],
        Tests = [new("etl/export", "A returned item lowers the sales facts", ["AC2"], TestKind.Integration, "etl/export-returns")],
        Designs =
        [
            new PipelineDesign
            {
                Pipelines =
                [
                    new()
                    {
                        Job = "SalesExportJob", File = "src/Shop/SalesExportJob.cs", Change = ChangeKind.Modify,
                        Sources = ["orders", "order_returns"], Targets = ["sales_facts"],
                        Idempotency = "Rows are keyed by order and day.", Ordering = "By id.", Backfill = "None: no return exists before.",
                        Reconciliation = "SELECT count(*) FROM order_returns;", Schedule = "Nightly at 02:00, done by 03:00.",
                        Failure = "The next night loads both days.",
                        Transformations = [new("order_returns.id", "sales_facts.returns", "counted by day", "3 rows become 3")],
                    },
                ],
            },
        ],
    };

    /// <summary>Holds the rules.</summary>
    public static Opinion Service { get; } = new()
    {
        Specialist = "service",
        Round = 1,
        Applies = true,
        Confidence = 8,
        Rationale = "OrderService holds every rule about orders today.",
        Evidence = ["src/Shop/OrderService.cs:3"],
        Summary = "OrderService gains the request of a return.",
        Tasks = [TaskOf("service", "request-return", ["AC1", "AC2"], modify: ["src/Shop/OrderService.cs"])],
        Tests = [new(
            "service/window",
            "A return after 30 days is refused",
            ["AC1"],
            TestKind.Unit,
            "service/request-return",
            "tests/Shop.Tests/OrderServiceTests.cs")],
        Questions = [new()
        {
            Id = "service/partial",
            Text = "May part of an order be returned?",
            Owner = "Ana Reporter",
            Blocking = false,
            Assumption = "Yes, item by item.",
        }],
        Designs =
        [
            new ServiceDesign
            {
                Services = [new(
                    "OrderService",
                    "class",
                    "src/Shop/OrderService.cs",
                    ChangeKind.Modify,
                    [new("Task<long> RequestReturn(long orderId)", "Asks for a return.", ["OrderNotFoundException when there is no such order"])],
                    ["OrderRepository"],
                    ["OrdersEndpoints"])],
                Rules = [new("A return is asked for within 30 days.", "AC1", "OrderService.RequestReturn")],
            },
        ],
    };

    /// <summary>Lets people in.</summary>
    public static Opinion Api { get; } = new()
    {
        Specialist = "api",
        Round = 1,
        Applies = true,
        Confidence = 8,
        Rationale = "The endpoints of orders were found.",
        Evidence = ["GET /api/orders/{id}"],
        Summary = "An endpoint takes requests for returns.",
        Tasks = [TaskOf("api", "post-returns", ["AC1"], modify: ["src/Shop/OrdersEndpoints.cs"], endpoints: ["POST /api/orders/{id}/returns"])],
        Tests = [new("api/post", "Asking for a return answers 201, 401 or 404", ["AC1"], TestKind.Integration, "api/post-returns")
        {
            Endpoint = "POST /api/orders/{id}/returns",
            Aspects = TestAspects.Success | TestAspects.Refusal | TestAspects.Error,
        }],
        Designs =
        [
            new ApiDesign
            {
                Endpoints =
                [
                    new()
                    {
                        Method = "POST", Route = "/api/orders/{id}/returns", Change = ChangeKind.Add,
                        File = "src/Shop/OrdersEndpoints.cs", Purpose = "Asks for a return.",
                        Request = [new("reason", "string", null, Required: true, "at most 200 characters", "too small")],
                        SuccessStatus = 201, Response = [new("id", "integer", "int64", Required: true, "", "17")],
                        Errors = [new(404, "order-not-found", "There is no such order.")],
                        Authorization = "The customer of the order, by bearer token.", DataClass = "Personal: what somebody bought.", Satisfies = ["AC1"],
                    },
                ],
            },
        ],
    };

    /// <summary>A task with sensible values.</summary>
    public static PlanTask TaskOf(
        string area, string name, IReadOnlyList<string> satisfies, IReadOnlyList<string>? tables = null, IReadOnlyList<string>? add = null,
        IReadOnlyList<string>? modify = null, IReadOnlyList<string>? endpoints = null, IReadOnlyList<string>? after = null) => new()
        {
            Id = $"{area}/{name}",
            Title = $"Do {name.Replace('-', ' ')}",
            Area = area,
            Satisfies = satisfies,
            Tables = tables ?? [],
            Files = [.. (add ?? []).Select(p => new FileChange(p, ChangeKind.Add)), .. (modify ?? []).Select(p => new FileChange(p, ChangeKind.Modify))],
            Endpoints = endpoints ?? [],
            DependsOn = after ?? [],
            Size = TaskSize.S,
            EffortHours = new(2, 4, 9),
            Owner = $"{area} engineer",
            Verification = [ReturnsTicket.TestCommand],
        };

    /// <summary>A risk that a task mitigates.</summary>
    public static Risk RiskOf(string area, string name, string title, string task) => new()
    {
        Id = $"{area}/{name}",
        Title = title,
        Probability = Level.Low,
        Impact = Level.Medium,
        Owner = "tech lead",
        Mitigation = "Apply it when little is sold.",
        Tasks = [$"{area}/{task}"],
        Contingency = "Cancel and try again at night.",
        Detection = "Waiting locks in pg_stat_activity.",
    };

    /// <summary>A decision between a column (A, recommended) and an event table (B).</summary>
    public static Decision DecisionOf(string area, string name, string title, int weight = 5) => new()
    {
        Id = $"{area}/{name}",
        Category = "Data",
        Title = title,
        Context = "Both ways are used in this code base.",
        Options =
        [
            new("A", "A status column", ["simple"], ["no history"], "2 hours", Reversibility.Easy)
            {
                Keywords = ["status column"],
                MigrationPath = "Fold the events into a column.",
            },
            new("B", "An event table", ["full history"], ["more code"], "8 hours", Reversibility.Hard)
            {
                Keywords = ["event table"],
                MigrationPath = "Write one event per row.",
            },
        ],
        Recommendation = "A",
        Rationale = "Nobody asks for history.",
        Impact = "The shape of order_returns.",
        Weight = weight,
        Reversibility = Reversibility.Medium,
        ReviewTrigger = "When finance asks for history.",
        Touches = [area],
    };
}
