using System.Globalization;

namespace Planner.Cli;

/// <summary>Durations as people write them: <c>30s</c>, <c>15m</c>, <c>48h</c>, <c>2d</c>, or a TimeSpan.</summary>
internal static class DurationText
{
    /// <summary>Longest duration.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public static TimeSpan Parse(string text, string option) =>
        TryParse(text.Trim(), out var value) && value >= TimeSpan.Zero && value <= Longest
            ? value
            : throw new UsageException($"{option} '{text}' is no duration: write 30s, 15m, 48h, 2d or 1.12:00:00, at most 365 days.");

    private static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        if (text.Length == 0)
        {
            return false;
        }

        if (Unit(text[^1]) is not { } unit)
        {
            return text == "0" || (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value));
        }

        if (!double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > Longest / unit)
        {
            return false;
        }

        value = unit * number;
        return true;
    }

    private static TimeSpan? Unit(char letter) => letter switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };
}
