using System.ComponentModel.DataAnnotations;

namespace Planner.Core.Decisions;

/// <summary>How long people are waited for, and who is reminded when. All times follow from the moment of publication.</summary>
public sealed record DecisionPolicy : IValidatableObject
{
    /// <summary>The longest wait that an engine's timers carry.</summary>
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(365);

    /// <summary>From publication to the deadline; 0 takes every decision provisionally at once. 0 to 365 days, 2 days by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromDays(2);

    /// <summary>The part of the wait after which people are reminded; above 0, below 1, 0.5 by default.</summary>
    public double ReminderAt { get; init; } = 0.5;

    /// <summary>The part of the wait after which the decision is escalated; above the reminder, below 1, 0.9 by default.</summary>
    public double EscalateAt { get; init; } = 0.9;

    /// <summary>Who hears of an escalation: a name or address; null for nobody beyond those already asked.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>Until when an answer is waited for.</summary>
    public DateTimeOffset Deadline(DateTimeOffset publishedAt) => publishedAt + Timeout;

    /// <summary>When people are reminded.</summary>
    public DateTimeOffset Reminder(DateTimeOffset publishedAt) => publishedAt + (Timeout * ReminderAt);

    /// <summary>When the decision is escalated.</summary>
    public DateTimeOffset Escalation(DateTimeOffset publishedAt) => publishedAt + (Timeout * EscalateAt);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Timeout < TimeSpan.Zero || Timeout > LongestTimeout)
        {
            yield return new($"Decisions__Timeout is {Timeout}; set it between 0 and {LongestTimeout.Days} days, for example 2.00:00:00.", [nameof(Timeout)]);
        }

        var isReminderSound = ReminderAt is > 0 and < 1;
        if (!isReminderSound)
        {
            yield return new($"Decisions__ReminderAt is {ReminderAt}; set it above 0 and below 1, for example 0.5.", [nameof(ReminderAt)]);
        }

        // Beside a reminder that is wrong itself nothing can be said of their order.
        if (EscalateAt is not (> 0 and < 1) || (isReminderSound && EscalateAt <= ReminderAt))
        {
            var least = isReminderSound ? $"ReminderAt ({ReminderAt})" : "ReminderAt";
            yield return new($"Decisions__EscalateAt is {EscalateAt}; set it above {least} and below 1, for example 0.9.", [nameof(EscalateAt)]);
        }
    }
}
