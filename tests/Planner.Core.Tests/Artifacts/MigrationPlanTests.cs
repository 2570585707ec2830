using Planner.Core.Artifacts;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Artifacts;

public sealed class MigrationPlanTests
{
    private static readonly Plan Sound = PlanAssembler.Assemble(SettledPlans.Decided());

    [Theory]
    [InlineData("ALTER TABLE orders DROP CONSTRAINT ck; ALTER TABLE orders ADD CONSTRAINT ck CHECK (state IN ('a', 'b')) NOT VALID;", "WidenedCheck", "ck")]
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
        Assert.Contains(ArtifactComposer.Compose(With(up)).NotApplicable, n => n.Path == "migration-plan.md" && n.Reason.StartsWith("No rows of today", StringComparison.Ordinal));

    [Fact]
    public void WidenedCheck_IsReconciledByWhatItRefuses() =>
        Assert.Contains("SELECT count(*) AS refused\nFROM orders\nWHERE NOT (state IN ('a', 'b'));", Page(With("ALTER TABLE orders DROP CONSTRAINT ck; ALTER TABLE orders ADD CONSTRAINT ck CHECK (state IN ('a', 'b')) NOT VALID;")), StringComparison.Ordinal);

    [Fact]
    public void ColumnThatIsTightened_CountsEmptyRows()
    {
        const string Up = "ALTER TABLE orders RENAME COLUMN total TO sum; ALTER TABLE orders ALTER COLUMN sum SET NOT NULL;";

        Assert.Contains("WHERE sum IS NULL;", Page(With(Up)), StringComparison.Ordinal);
    }

    [Fact]
    public void EachPhase_HasItsTasksAndItsWayBack()
    {
        var page = Page(With("ALTER TABLE orders DROP CONSTRAINT ck; ALTER TABLE orders ADD CONSTRAINT ck CHECK (state IN ('a', 'b')) NOT VALID;"));

        Assert.Contains("| 1 Expand | T001 |", page, StringComparison.Ordinal);
        Assert.Contains("| `db/009_order_returns.down.sql` |", page, StringComparison.Ordinal);
        Assert.Contains("| 2 Release | T002, T003, T004 |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Contract |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void FilledPast_IsAPhaseOfItsOwn()
    {
        var change = Sound.Tasks.First(t => t.Files.Any(f => f.Path == "src/Shop/SalesExportJob.cs"));
        var fill = change with { Id = "T009", Files = [], DependsOn = [change.Id], Title = "Fill the past" };
        var page = Page(Sound with { Tasks = [.. Sound.Tasks, fill] });

        Assert.Contains("| `sales_facts` | new columns are filled for the past by `SalesExportJob` | T009 | expand, fill, contract |", page, StringComparison.Ordinal);
        Assert.Contains("Fill | T009 |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ProvisionalDecisionAboutData_HasItsWayInThePlan()
    {
        var page = Page(PlanAssembler.Assemble(SettledPlans.Provisional()));

        Assert.Contains("| TD001 (PROVISIONAL) | T006 | ", page, StringComparison.Ordinal);
        Assert.Contains("Write one event per row.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void SystemThatGivesWay_MovesBehindItsInterface()
    {
        var move = Assert.Single(SystemMoves.Of(Switching("Replace `PayPalGateway` by `StripeGateway` before summer.")));

        Assert.Equal(("PayPalGateway", "StripeGateway", "IPaymentGateway"), (move.From, move.To, move.Contract));
        Assert.Equal(["PaymentService"], move.Callers);
        Assert.Contains("| `PayPalGateway` | gives way to `StripeGateway` | – | strangler fig |", Page(Switching("Replace `PayPalGateway` by `StripeGateway`.")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Replace `Unknown` by `StripeGateway`.")]
    [InlineData("Move the button from left to right.")]
    [InlineData("`PayPalGateway` stays. Later we replace it.")]
    public void SwitchOfNothingThatIsThere_IsNoMove(string text) => Assert.Empty(SystemMoves.Of(Switching(text)));

    private static Plan With(string up) => Sound with
    {
        Opinions = [.. Sound.Opinions.Select(o => o.Schema is { } s ? o with { Schema = s with { Migrations = [s.Migrations[0] with { Up = up, Tables = ["orders"] }] } } : o)],
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
