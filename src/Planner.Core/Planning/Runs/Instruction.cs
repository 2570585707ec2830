using Planner.Core.Tickets;

namespace Planner.Core.Planning.Runs;

/// <summary>What somebody asked a plan to take up besides the words of its ticket. Data, as the ticket is.</summary>
/// <param name="Id">Eight hex digits that stand for the request; asked again, it is the same instruction.</param>
/// <param name="Text">One line.</param>
/// <param name="By">Who asked.</param>
public sealed record Instruction(string Id, string Text, string By)
{
    /// <summary>Longer ones are refused, in characters.</summary>
    public const int MaxLength = CriteriaReader.MaxLength;
}
