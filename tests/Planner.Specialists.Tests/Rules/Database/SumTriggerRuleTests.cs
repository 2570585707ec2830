using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Database;

public sealed class SumTriggerRuleTests
{
    [Fact]
    public async Task Trigger_that_was_decided_for_holds_the_sum_of_the_children()
    {
        var code = Fixtures.Clinic().Table("rooms", ["id bigint!", "seats integer!"]).New("bookings", MentionKind.Table, "room_id bigint!", "seats integer!");
        var round = PanelRound.About(code,
            "### How is overbooking kept out?\n\n- Option A: a row lock taken by `VisitService`.\n- Option B: a constraint trigger on `bookings`.",
            "The table `bookings` never has more seats than the room.");
        var open = (await round.Ask()).SelectMany(o => o.Decisions).First(d => d.Title == "How is overbooking kept out?");
        var database = await (round with { Decisions = [Fixtures.Settled(open, "B")] }).Ask("database");

        var script = database.Design<SchemaDesign>()!.Migrations.First(m => m.Name == "guard_bookings_seats");
        Assert.Contains("CREATE CONSTRAINT TRIGGER tr_bookings_seats AFTER INSERT OR UPDATE ON bookings", script.Up, StringComparison.Ordinal);
        Assert.Contains(database.Tasks, t => t.Satisfies.Contains("TD001"));
    }
}
