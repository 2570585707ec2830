using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Naming;

/// <summary>
/// Judges endpoints that do not exist. A criterion that says what a request must do demands that it be made, unless the ticket is
/// a bug, or one exists that differs by a slip of the pen.
/// </summary>
internal sealed class MissingEndpoints(CodebaseIndex index, string ticketType)
{
    private const int Slip = 2;

    public bool IsDemanded(FoundName name)
    {
        var (method, route) = RouteMatch.Parse(name.Text);
        return method.Length > 0
            && name.Line.IsCriterion
            && !ticketType.Contains("bug", StringComparison.OrdinalIgnoreCase)
            && !index.Endpoints.Any(e => e.Method == method && IsSlip(RouteMatch.Segments(e.Route), RouteMatch.Segments(route)));
    }

    private static bool IsSlip(IReadOnlyList<string> code, IReadOnlyList<string> written)
    {
        if (code.Count != written.Count)
        {
            return false;
        }

        var other = Enumerable.Range(0, code.Count).Where(i => !string.Equals(code[i], written[i], StringComparison.OrdinalIgnoreCase)).ToList();
        return other.Count == 1 && EditDistance.Between(code[other[0]], written[other[0]], Slip) <= Slip;
    }
}
