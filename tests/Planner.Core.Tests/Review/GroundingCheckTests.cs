using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review;

public sealed class GroundingCheckTests
{
    [Theory]
    [InlineData(ChangeKind.Modify)]
    [InlineData(ChangeKind.Delete)]
    public void ChangeOfAFileThatIsNotThere_IsFound(ChangeKind change) =>
        AssertFinds("Q3.phantom-path", Report(WithTask("T003", t => t with { Files = [new("src/Shop/Ghost.cs", change)] })), "service");

    [Fact]
    public void AddingAFileThatIsThere_IsFound() =>
        AssertFinds("Q3.exists", Report(WithTask("T003", t => t with { Files = [new("src/Shop/OrderService.cs", ChangeKind.Add)] })), "service");

    [Fact]
    public void ChangeOfAFileThatAnEarlierWaveAdds_IsFine() =>
        Assert.DoesNotContain(Report(WithTask("T003", t => t with { Files = [new("db/009_order_returns.up.sql", ChangeKind.Modify)] })).Findings, f => f.Code == "Q3.phantom-path");

    [Fact]
    public void TableThatNobodyCreates_IsFound() => AssertFinds("Q3.phantom-table", Report(WithTask("T003", t => t with { Tables = ["ghosts"] })), "service");

    [Fact]
    public void TableThatAMigrationCreates_IsFine() => Assert.DoesNotContain(Report(WithTask("T003", t => t with { Tables = ["public.order_returns"] })).Findings, f => f.Code == "Q3.phantom-table");

    [Fact]
    public void EndpointThatNobodyAdds_IsFound() => AssertFinds("Q3.phantom-endpoint", Report(WithTask("T004", t => t with { Endpoints = ["GET /ghosts"] })), "api");

    [Fact]
    public void RouteWithAnotherParameterName_IsTheSameEndpoint() =>
        Assert.DoesNotContain(Report(WithTask("T004", t => t with { Endpoints = ["GET /api/orders/{orderId}"] })).Findings, f => f.Code == "Q3.phantom-endpoint");

    [Fact]
    public void IndexOnAColumnThatIsNotThere_IsFound() =>
        AssertFinds("Q3.phantom-column", Report(WithOpinion("database", o => o with { Schema = o.Schema! with { Indexes = [new("orders", ["ghost"], false, "Why not.")] } })), "database");

    [Theory]
    [InlineData("CREATE TABLE IF NOT EXISTS public.notes (\n  id bigint PRIMARY KEY,\n  \"amount\" numeric(12, 2) CHECK (amount > 0),\n  CONSTRAINT c UNIQUE (id)\n);", "public.notes.id public.notes.\"amount\"")]
    [InlineData("ALTER TABLE orders ADD COLUMN a int, ADD COLUMN IF NOT EXISTS b text;", "orders.a orders.b")]
    [InlineData("CREATE INDEX i ON orders (id);", "")]
    public void ColumnsOfAScript_AreRead(string script, string columns) =>
        Assert.Equal(columns, string.Join(' ', Core.Review.Checks.CreatedColumns.In(script)));

    [Fact]
    public void PipelineThatReadsATableThatIsNotThere_IsFound() =>
        AssertFinds("Q3.phantom-table", Report(WithOpinion("etl", o => o with { Pipelines = new() { Pipelines = [o.Pipelines!.Pipelines[0] with { Sources = ["ghosts"] }] } })), "etl");

    [Fact]
    public void ServiceInAFileThatIsNotThere_IsFound() =>
        AssertFinds("Q3.phantom-path", Report(WithOpinion("service", o => o with { Services = o.Services! with { Services = [o.Services.Services[0] with { File = "src/Ghost.cs" }] } })), "service");

    [Fact]
    public void ChangeOfAnEndpointThatIsNotThere_IsFound() =>
        AssertFinds("Q3.phantom-endpoint", Report(WithOpinion("api", o => o with { Api = o.Api! with { Endpoints = [o.Api.Endpoints[0] with { Change = ChangeKind.Modify }] } })), "api");
}
