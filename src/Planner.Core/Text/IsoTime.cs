using System.Globalization;

namespace Planner.Core.Text;

/// <summary>Times as artifacts write them: ISO 8601, UTC, whole seconds.</summary>
public static class IsoTime
{
    /// <summary>Like <c>2026-01-02T03:04:05Z</c>.</summary>
    public static string Of(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What <see cref="Of"/> wrote; null where nothing or something else stands there.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>The same, or null where there is no time yet.</summary>
    public static string? OrNull(DateTimeOffset time) => time == default ? null : Of(time);
}
