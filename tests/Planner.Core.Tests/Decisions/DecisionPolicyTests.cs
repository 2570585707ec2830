using System.ComponentModel.DataAnnotations;
using Planner.Core.Decisions;
using Xunit;

namespace Planner.Core.Tests.Decisions;

public sealed class DecisionPolicyTests
{
    private static readonly DateTimeOffset Published = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Defaults_WaitTwoDaysRemindHalfwayEscalateAtNineTenths()
    {
        var policy = new DecisionPolicy();

        Assert.Equal(Published.AddHours(48), policy.Deadline(Published));
        Assert.Equal(Published.AddHours(24), policy.Reminder(Published));
        Assert.Equal(Published.AddHours(43.2), policy.Escalation(Published));
        Assert.Empty(Complaints(policy));
    }

    [Fact]
    public void NoTimeout_TakesDecisionsAtOnce() => Assert.Equal(Published, (new DecisionPolicy { Timeout = TimeSpan.Zero }).Deadline(Published));

    [Fact]
    public void NegativeTimeout_SaysHowToMend() =>
        Assert.Contains("Decisions__Timeout", Assert.Single(Complaints(new() { Timeout = TimeSpan.FromDays(-1) })), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 0.9)]
    [InlineData(1, 0.9)]
    [InlineData(double.NaN, 0.9)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.5, 1)]
    public void PartsOutsideTheWait_AreRefused(double reminder, double escalation) =>
        Assert.NotEmpty(Complaints(new() { ReminderAt = reminder, EscalateAt = escalation }));

    private static List<string> Complaints(DecisionPolicy policy) => [.. policy.Validate(new ValidationContext(policy)).Select(r => r.ErrorMessage!)];
}
