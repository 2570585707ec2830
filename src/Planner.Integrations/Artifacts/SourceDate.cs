using System.Globalization;
using Microsoft.Extensions.Options;
using Planner.Core.Tickets;

namespace Planner.Integrations.Artifacts;

/// <summary>The one time that artifacts show, for builds that must repeat to the byte.</summary>
public static class SourceDate
{
    private const string Variable = "SOURCE_DATE_EPOCH";

    /// <summary>The time in the environment, or null.</summary>
    /// <exception cref="OptionsValidationException">It is no time; says how to mend it.</exception>
    public static DateTimeOffset? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new OptionsValidationException(
                Variable,
                typeof(SourceDate),
                [$"{Variable} is '{TicketText.Line(text)}': give seconds since 1970 as a whole number, or unset it."]);
    }
}
