using System.Text.RegularExpressions;
using static Planner.Core.Tickets.Gherkin;

namespace Planner.Core.Tickets;

/// <summary>How far the scenario has come that is being read.</summary>
internal sealed partial class OpenScenario
{
    private bool isOpen;
    private bool hasGiven;
    private bool hasWhen;
    private bool hasThen;
    private bool isOnlyTitle;

    /// <summary>Whether a line of this kind belongs to the scenario that is open.</summary>
    public bool GoesOn(StepKind kind, bool eachLineIsAnItem) => isOpen && kind switch
    {
        StepKind.Given => isOnlyTitle || (!hasWhen && !hasThen && !eachLineIsAnItem),
        StepKind.When => isOnlyTitle || (!hasThen && (!eachLineIsAnItem || (hasGiven && !hasWhen))),
        StepKind.Then => !hasThen || hasWhen,
        StepKind.And => true,
        StepKind.None or StepKind.Scenario => false,
        _ => false,
    };

    /// <summary>Takes a line into account; a sentence that holds several steps counts for all of them.</summary>
    public void See(StepKind kind, string line)
    {
        if (kind == StepKind.Scenario || (kind == StepKind.Given && !isOnlyTitle && (hasWhen || hasThen)))
        {
            (hasGiven, hasWhen, hasThen) = (false, false, false);
        }
        else if (kind == StepKind.When && hasThen && !hasGiven)
        {
            (hasWhen, hasThen) = (false, false);
        }

        if (kind == StepKind.None)
        {
            isOpen = false;
            return;
        }

        isOpen = kind != StepKind.And || isOpen;
        isOnlyTitle = kind == StepKind.Scenario;
        hasGiven |= kind == StepKind.Given;
        hasWhen |= kind == StepKind.When || WhenInside().IsMatch(line);
        hasThen |= kind == StepKind.Then || ThenInside().IsMatch(line);
    }

    [GeneratedRegex(@"\W(?:when|wenn|quand|lorsque|cuando)\W", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex WhenInside();

    [GeneratedRegex(@"\W(?:then|dann|alors|entonces)\W", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ThenInside();
}
