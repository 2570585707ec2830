using System.Globalization;

namespace Planner.Cli.Planning;

/// <summary>The one time that artifacts show, for builds that must repeat to the byte.</summary>
internal static class SourceDate
{
    private const string Variable = "SOURCE_DATE_EPOCH";

    public static DateTimeOffset? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new UsageException($"{Variable} is '{Terminal.Clean(text)}': give seconds since 1970 as a whole number, or unset it.");
    }
}
