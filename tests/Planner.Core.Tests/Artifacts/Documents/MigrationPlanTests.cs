using Planner.Core.Artifacts;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Testing.Approvals;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Artifacts.Documents;

public sealed class MigrationPlanTests
{
    private const string WidensACheck = "ALTER TABLE orders DROP CONSTRAINT ck; ALTER TABLE orders ADD CONSTRAINT ck CHECK (state IN ('a', 'b')) NOT VALID;";

    private static readonly Plan Sound = PlanAssembler.Assemble(SettledPlans.Decided());

    /// <summary>Rows of today, the past of a new column and a system all move.</summary>
    [Fact]
    public void PlanThatMovesAllThatCanMove_HasTheApprovedPage()
    {
        var moving = With(WidensACheck, Switching("Replace `PayPalGateway` by `StripeGateway`."));
        var change = moving.Tasks.First(t => t.Files.Any(f => f.Path == "src/Shop/SalesExportJob.cs"));
        var fill = change with { Id = "T009", Files = [], DependsOn = [change.Id], Title = "Fill the past" };

        Approved.Matches("MigrationPlan.approved.md", Page(moving with { Tasks = [.. moving.Tasks, fill] }));
    }

    [Theory]
    [InlineData(WidensACheck, "WidenedCheck", "ck")]
    [InlineData("ALTER TABLE orders DROP COLUMN total;", "Dropped", "total")]
    [InlineData("ALTER TABLE orders RENAME COLUMN total TO sum;", "Renamed", "total")]
    [InlineData("ALTER TABLE orders ALTER COLUMN total TYPE numeric(14,2);", "Retyped", "total")]
    [InlineData("DROP TABLE IF EXISTS orders;", "Dropped", "orders")]
    [InlineData("UPDATE orders SET total = 0;", "Rewritten", "UPDATE")]
    public void ScriptThatMovesRowsOfToday_IsAMove(string up, string kind, string what)
    {
        var move = Assert.Single(DataMoves.Of(With(up)), m => m.Kind.ToString() == kind);

        Assert.Equal(("orders", what), (move.Table, move.What));
        Assert.Contains("| `orders` |", Page(With(up)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE order_returns (id bigint);")]
    [InlineData("ALTER TABLE orders ADD COLUMN note text;")]
    [InlineData("ALTER TABLE order_returns DROP COLUMN total;")]
    [InlineData("ALTER TABLE orders VALIDATE CONSTRAINT ck;")]
    public void ScriptThatMovesNothingOfToday_NeedsNoMigrationPlan(string up) =>
        Assert.Contains(
            ArtifactComposer.Compose(With(up)).NotApplicable,
            n => n.Path == "migration-plan.md" && n.Reason.StartsWith("No rows of today", StringComparison.Ordinal));

    [Fact]
    public void ColumnThatIsTightened_CountsEmptyRows()
    {
        const string Up = "ALTER TABLE orders RENAME COLUMN total TO sum; ALTER TABLE orders ALTER COLUMN sum SET NOT NULL;";

        Assert.Contains("WHERE sum IS NULL;", Page(With(Up)), StringComparison.Ordinal);
    }

    [Fact]
    public void SystemThatGivesWay_MovesBehindItsInterface()
    {
        var move = Assert.Single(SystemMoves.Of(Switching("Replace `PayPalGateway` by `StripeGateway` before summer.")));

        Assert.Equal(("PayPalGateway", "StripeGateway", "IPaymentGateway"), (move.From, move.To, move.Contract));
        Assert.Equal(["PaymentService"], move.Callers);
    }

    [Theory]
    [InlineData("Replace `Unknown` by `StripeGateway`.")]
    [InlineData("Move the button from left to right.")]
    [InlineData("`PayPalGateway` stays. Later we replace it.")]
    public void SwitchOfNothingThatIsThere_IsNoMove(string text) => Assert.Empty(SystemMoves.Of(Switching(text)));

    private static Plan With(string up, Plan? plan = null) => (plan ?? Sound) with
    {
        Opinions =
            [.. Sound.Opinions.Select(o => o.Redesigned<SchemaDesign>(s => s with { Migrations = [s.Migrations[0] with { Up = up, Tables = ["orders"] }] }))],
    };

    private static Plan Switching(string text) => Sound with
    {
        Ticket = Sound.Ticket with { Description = text },
        Grounding = Sound.Grounding with
        {
            Types =
            [
                new TypeFact("PayPalGateway", "class", "Shop", "src/Shop/PayPalGateway.cs", 1, ["IPaymentGateway"], []),
                new TypeFact("PaymentService", "class", "Shop", "src/Shop/PaymentService.cs", 1, [], []) { Uses = ["IPaymentGateway"] },
            ],
        },
    };

    private static string Page(Plan plan) => ArtifactComposer.Compose(plan).Text("migration-plan.md")!;
}
