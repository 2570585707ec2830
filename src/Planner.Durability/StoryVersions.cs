using System.Globalization;

namespace Planner.Durability;

/// <summary>
/// The order of story versions. A version is a whole number written in digits: "2" comes before "10". A host takes over runs of
/// older versions and leaves those of newer ones alone, so that two deployed versions side by side never take turns.
/// </summary>
public static class StoryVersions
{
    /// <summary>Below 0 where <paramref name="one"/> is older, above 0 where it is newer, else 0. What is no version is older than any.</summary>
    public static int Compare(string one, string other) => Number(one).CompareTo(Number(other));

    /// <summary>True for a whole number of at most nine digits.</summary>
    public static bool IsVersion(string? text) => Number(text) >= 0;

    /// <summary>The version itself.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Checked(string version, string workflow) => IsVersion(version)
        ? version
        : throw new ArgumentException(
            $"Story version '{version}' of '{workflow}' is no whole number: versions are ordered, \"1\", \"2\" and so on.", nameof(version));

    private static int Number(string? text) =>
        text is { Length: > 0 and <= 9 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
