using System.Globalization;

namespace Planner.Core.Planning.Runs;

/// <summary>Places in the story, for the journal; sorting them tells the story in its order.</summary>
public static class JournalOrder
{
    /// <summary>Reading the ticket.</summary>
    public const string Ticket = "1";

    /// <summary>Taking up what an earlier run thought.</summary>
    public const string TakingUp = "2.0";

    /// <summary>Finding out whom new words touch.</summary>
    public const string Touching = "3.00.00";

    /// <summary>Grounding.</summary>
    public const string Grounding = "2";

    /// <summary>Reading the ticket closely: after all of grounding.</summary>
    public const string Reading = "2~";

    /// <summary>The panel's first consultation and what follows from it.</summary>
    public const string Panel = "3";

    /// <summary>What calls of models took so far.</summary>
    public const string Spending = "4";

    /// <summary>A tool of a server that was asked, like <c>docs/search</c>: among what the model does.</summary>
    public static string ToolOf(string tool) => $"{Spending}.{tool}";

    /// <summary>Assembling the plan.</summary>
    public const string Plan = "6";

    /// <summary>Reading it a second time.</summary>
    public const string Audit = "7.0";

    /// <summary>Reviewing it.</summary>
    public const string Review = "7";

    /// <summary>Publishing.</summary>
    public const string Publishing = "8";

    /// <summary>A specialist's consultation.</summary>
    public static string Consultation(int round, int seat) => string.Create(CultureInfo.InvariantCulture, $"3.{round:00}.{seat:00}");

    /// <summary>Research after a round.</summary>
    public static string Research(int round) => string.Create(CultureInfo.InvariantCulture, $"3.{round:00}.99");

    /// <summary>Something about a decision or question.</summary>
    public static string Decision(string id) => $"5.{id}";

    /// <summary>A reminder (1) or an escalation (2).</summary>
    public static string Reminder(string order) => $"5.nudge.{order}";
}
