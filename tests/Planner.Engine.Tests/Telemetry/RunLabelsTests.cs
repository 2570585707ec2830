using Planner.Durability.Telemetry;

namespace Planner.Engine.Tests.Telemetry;

public sealed class RunLabelsTests
{
    [Theory]
    [InlineData("SHOP-101-t5", "SHOP-101")]
    [InlineData("SHOP-101-late-TD001-ab12~2", "SHOP-101")]
    [InlineData("event-SHOP-101-t5", "SHOP-101")]
    [InlineData("stopped-SHOP-101-t5", "SHOP-101")]
    [InlineData("event-c10227", null)]
    [InlineData("SHOP-101", null)]
    [InlineData("", null)]
    public void Ticket_IsReadFromTheRunsId(string runId, string? ticket) => Assert.Equal(ticket, RunLabels.Of(runId).Ticket);

    [Fact]
    public void IdThatIsTooLong_IsCut() => Assert.Equal(256, RunLabels.Of(new string('x', 5000)).RunId.Length);

    [Fact]
    public void Scope_NamesBoth() =>
        Assert.Equal([TagNames.RunId, TagNames.TicketKey], RunLabels.Of("SHOP-101-t5").Select(label => label.Key));
}
