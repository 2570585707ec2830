using Planner.Core.Grounding.Facts;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Messages to the outside that are written in the transaction of their cause.</summary>
internal static class OutboxTable
{
    /// <summary>Its name in every plan.</summary>
    public const string Name = "outbox_messages";

    /// <summary>True where calls go through an outbox and the code base has none.</summary>
    public static bool IsToBeMade(ChoiceBook choices, TicketGrounding grounding) =>
        choices.Option(ExternalCall.KeyName) == ExternalCall.ByOutbox && !grounding.Inventory.Tables.Any(t => t.Contains("outbox", StringComparison.Ordinal));
}
