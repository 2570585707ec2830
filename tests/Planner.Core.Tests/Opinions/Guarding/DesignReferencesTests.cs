using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Opinions.Guarding;

/// <summary>The part of Q3 that looks at what the designs cite.</summary>
public sealed class DesignReferencesTests
{
    private const string Schema = "SCHEMA_CHANGES.md";
    private const string Pipelines = "ETL_CHANGES.md";

    [Fact]
    public void MigrationOfATableThatIsNotThere_IsFound() =>
        Judge(WithSchema(s => s with { Migrations = [s.Migrations[0] with { Tables = ["order_returns", "ghosts"] }] })).Finds(
            "Q3.phantom-table",
            Schema,
            "ghosts",
            specialist: "database");

    [Fact]
    public void IndexOnAColumnThatIsNotThere_IsFound() =>
        Judge(WithSchema(s => s with { Indexes = [new("orders", ["ghost"], false, "Why not.")] })).Finds(
            "Q3.phantom-column",
            Schema,
            "ghost",
            specialist: "database");

    [Fact]
    public void RuleForAColumnThatIsNotThere_IsFound() =>
        Judge(WithSchema(s => s with { Rules = [new("orders", "ghost", "never empty", "Why not.")] })).Finds(
            "Q3.phantom-column",
            Schema,
            "ghost",
            specialist: "database");

    [Fact]
    public void ForeignKeyToAColumnThatIsNotThere_IsFound() =>
        Judge(WithSchema(s => s with { Tables = [s.Tables[0] with { ForeignKeys = [new(["order_id"], "orders", ["ghost"])] }, .. s.Tables.Skip(1)] })).Finds(
            "Q3.phantom-column",
            Schema,
            "ghost");

    [Fact]
    public void ColumnOfATableWhoseColumnsAreNotKnown_IsNotJudged()
    {
        var plan = WithSchema(s => s with { Indexes = [new("carts", ["owner"], false, "Why not.")] });

        Judge(plan with
        {
            Grounding = plan.Grounding with { Inventory = plan.Grounding.Inventory with { Tables = [.. plan.Grounding.Inventory.Tables, "carts"] } },
        }).Passes("Q3");
    }

    [Theory]
    [InlineData(
        "CREATE TABLE IF NOT EXISTS public.notes (\n  id bigint PRIMARY KEY,\n  \"amount\" numeric(12, 2) CHECK (amount > 0),\n  CONSTRAINT c UNIQUE (id)\n);",
        "public.notes.id public.notes.\"amount\"")]
    [InlineData("ALTER TABLE orders ADD COLUMN a int, ADD COLUMN IF NOT EXISTS b text;", "orders.a orders.b")]
    [InlineData("CREATE INDEX i ON orders (id);", "")]
    public void ColumnsOfAScript_AreRead(string script, string columns) => Assert.Equal(columns, string.Join(' ', CreatedColumns.In(script)));

    [Fact]
    public void PipelineThatReadsATableThatIsNotThere_IsFound() =>
        Judge(WithPipeline(p => p with { Sources = ["ghosts"] })).Finds("Q3.phantom-table", Pipelines, "ghosts", specialist: "etl");

    [Fact]
    public void PipelineThatWritesATableThatIsNotThere_IsFound() =>
        Judge(WithPipeline(p => p with { Targets = ["ghosts"] })).Finds("Q3.phantom-table", Pipelines, "ghosts", specialist: "etl");

    [Theory]
    [InlineData("orders.ghost", "sales_facts.returns")]
    [InlineData("orders.id", "sales_facts.ghost")]
    public void TransformationOfAColumnThatIsNotThere_IsFound(string from, string to) =>
        Judge(WithPipeline(p => p with { Transformations = [new(from, to, "counted", "3")] })).Finds(
            "Q3.phantom-column",
            Pipelines,
            "ghost",
            specialist: "etl");

    [Theory]
    [InlineData("reporting.facts")]
    [InlineData("rows of orders and order_returns")]
    public void TransformationOfAWholeTableOrOfSeveral_IsFine(string from)
    {
        var plan = WithPipeline(p => p with { Transformations = [new(from, "sales_facts.returns", "counted", "3")] });

        Judge(plan with
        {
            Grounding = plan.Grounding with { Inventory = plan.Grounding.Inventory with { Tables = [.. plan.Grounding.Inventory.Tables, "reporting.facts"] } },
        }).Passes("Q3");
    }

    [Fact]
    public void PipelineInAFileThatIsNotThere_IsFound() =>
        Judge(WithPipeline(p => p with { File = "src/Ghost.cs" })).Finds("Q3.phantom-path", Pipelines, "src/Ghost.cs", specialist: "etl");

    [Fact]
    public void ServiceInAFileThatIsNotThere_IsFound() =>
        Judge(WithOpinion("service", o => o.Redesigned<ServiceDesign>(d => d with { Services = [d.Services[0] with { File = "src/Ghost.cs" }] })))
            .Finds("Q3.phantom-path", "SERVICES_CHANGES.md", "src/Ghost.cs", specialist: "service");

    [Fact]
    public void ChangeOfAnEndpointThatIsNotThere_IsFound() =>
        Assert.Contains(
            Report(WithOpinion("api", o => o.Redesigned<ApiDesign>(d => d with { Endpoints = [d.Endpoints[0] with { Change = ChangeKind.Modify }] }))).Findings,
            f => f is { Code: "Q3.phantom-endpoint", Artifact: "API_CHANGES.md", Id: "POST /api/orders/{id}/returns", Line: > 0, Specialist: "api" });

    [Fact]
    public void AddingAnEndpointThatIsThere_IsFound()
    {
        var inventory = Sound.Grounding.Inventory with { Endpoints = [.. Sound.Grounding.Inventory.Endpoints, "POST /api/orders/{orderId}/returns"] };

        Judge(Sound with { Grounding = Sound.Grounding with { Inventory = inventory } }).Finds(
            "Q3.exists",
            "API_CHANGES.md",
            "POST /api/orders/{id}/returns",
            specialist: "api");
    }

    [Fact]
    public void ReadOfAColumnThatIsNotThere_IsFound()
    {
        var path = new HotPath("GET /api/orders/{id}", "orders", ["ghost"], "src/Shop/OrdersEndpoints.cs:1", "R001", null);

        Judge(WithOpinion("api", o => o.With(new PerformanceDesign { HotPaths = [path] }))).Finds(
            "Q3.phantom-column",
            "implementation.md",
            "ghost",
            specialist: "api");
    }

    private static Plan WithSchema(Func<SchemaDesign, SchemaDesign> change) => WithOpinion("database", o => o.Redesigned(change));

    private static Plan WithPipeline(Func<PipelineChange, PipelineChange> change) =>
        WithOpinion("etl", o => o.Redesigned<PipelineDesign>(d => d with { Pipelines = [change(d.Pipelines[0])] }));
}
