namespace Planner.Core.Tickets;

/// <summary>One thing that must hold; ids run AC1, AC2, … in the ticket's order.</summary>
public sealed record AcceptanceCriterion(string Id, string Text);

/// <summary>The criteria as they stood when the run started.</summary>
/// <param name="Items">In the ticket's order.</param>
/// <param name="Hash">sha256 (hex, lower case) over ids and texts.</param>
/// <param name="Derived">True where the ticket has no criteria of its own and what it says elsewhere, at last its summary, stands for them.</param>
public sealed record FrozenCriteria(IReadOnlyList<AcceptanceCriterion> Items, string Hash, bool Derived);
