using System.Globalization;

namespace Planner.Benchmarks.Survival;

/// <summary>What <c>survival</c> is asked for.</summary>
/// <param name="Kills">How many plans are killed once each; 1 to 10,000, 100 by default.</param>
/// <param name="Seed">Moves each moment within its slot; in its middle when null.</param>
internal sealed record SurvivalOptions(int Kills = 100, int? Seed = null)
{
    /// <summary>The options of a command line, or null where it cannot be read.</summary>
    public static SurvivalOptions? Of(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new SurvivalOptions(),
        ["--kills", var kills, .. var rest] when Number(kills) is >= 1 and <= 10_000 and var n => Of(rest) is { } others ? others with { Kills = n } : null,
        ["--seed", var seed, .. var rest] when Number(seed) is { } n => Of(rest) is { } others ? others with { Seed = n } : null,
        _ => null,
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
