using System.Globalization;

namespace Planner.Core.Planning.Runs;

/// <summary>Numbers in sentences.</summary>
internal static class Count
{
    /// <summary>"1 file", "3 files".</summary>
    public static string Of(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many ?? one + "s")}");
}
