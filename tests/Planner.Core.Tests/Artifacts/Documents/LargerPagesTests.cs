using Planner.Core.Artifacts;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Artifacts.Documents;

public sealed class LargerPagesTests
{
    private static readonly Plan Sound = PlanAssembler.Assemble(SettledPlans.Provisional());

    [Fact]
    public void ContainersOfTheRepository_AreStartedFirst()
    {
        var inventory = Sound.Grounding.Inventory with { Paths = ["compose.yaml", .. Sound.Grounding.Inventory.Paths] };

        Assert.Contains(
            $"docker compose -f compose.yaml up -d\n{ReturnsTicket.TestCommand}",
            Page(Sound with { Grounding = Sound.Grounding with { Inventory = inventory } }, "quickstart.md"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void RepositoryWithoutCommands_HasNoQuickstart()
    {
        var plan = Sound with { Grounding = Sound.Grounding with { Conventions = new() } };

        Assert.Contains(
            ArtifactComposer.Compose(plan).NotApplicable,
            n => n.Path == "quickstart.md" && n.Reason.Contains("none is made up", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("customer_email", "personal")]
    [InlineData("customerId", "personal")]
    [InlineData("password_hash", "secret")]
    [InlineData("refund_amount", "confidential")]
    [InlineData("notes", "unknown")]
    [InlineData("shipped_at", null)]
    [InlineData("description_length_limit_id", "unknown")]
    public void Column_IsClassifiedByTheWordsOfItsName(string column, string? expected)
    {
        var table = new TableFact { Schema = "public", Name = "orders", Columns = [new(column, "text", Nullable: true)] };

        Assert.Equal(expected, SensitiveColumns.Of([table]).SingleOrDefault()?.Class);
    }

    [Fact]
    public void MomentOfARefund_IsNoMoney() =>
        Assert.Empty(
            SensitiveColumns.Of([new TableFact { Schema = "public", Name = "returns", Columns = [new("refunded_at", "timestamptz", Nullable: true)] }]));

    [Fact]
    public void NameOfAProduct_IsNoPersonalData() =>
        Assert.Empty(SensitiveColumns.Of([new TableFact { Schema = "public", Name = "products", Columns = [new("name", "text", Nullable: false)] }]));

    [Fact]
    public void IdInARoute_IsAThreatWithTheTestThatShowsTheRefusal()
    {
        var threat = Threats.Of(Sound).First(t => t.What.Contains("somebody else's id", StringComparison.Ordinal));

        Assert.Equal(["POST /api/orders/{id}/returns"], threat.Where);
        Assert.Equal(Sound.Tests.Where(t => t.Aspects.HasFlag(TestAspects.Refusal)).Select(t => t.Id), threat.Tests);
    }

    private static string Page(Plan plan, string path) => ArtifactComposer.Compose(plan).Text(path)!;
}
