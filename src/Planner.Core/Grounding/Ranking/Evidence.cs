namespace Planner.Core.Grounding.Ranking;

/// <summary>What speaks for files: of several reasons the strongest is told, the others count a little.</summary>
internal sealed class Evidence(double furtherReasons = 0.15)
{
    private readonly Dictionary<string, (double Best, double Sum, string Why)> byFile = new(StringComparer.Ordinal);

    public void Add(string file, double strength, string why)
    {
        var known = byFile.GetValueOrDefault(file);
        var isBetter = strength > known.Best;
        byFile[file] = (Math.Max(known.Best, strength), known.Sum + strength, isBetter ? why : known.Why);
    }

    /// <summary>From 0 to 1.</summary>
    public double Of(string file) =>
        byFile.TryGetValue(file, out var e) ? Math.Min(1, e.Best + (furtherReasons * Math.Min(1, e.Sum - e.Best))) : 0;

    /// <summary>Without a bound, so that many reasons count in full.</summary>
    public double Weight(string file) => byFile.TryGetValue(file, out var e) ? e.Best + (furtherReasons * (e.Sum - e.Best)) : 0;

    /// <summary>Files with what speaks for them, what weighs most first.</summary>
    public IEnumerable<(string File, string Why)> Strongest() => byFile
        .OrderByDescending(e => e.Value.Best + (furtherReasons * (e.Value.Sum - e.Value.Best)))
        .ThenBy(e => e.Key, StringComparer.Ordinal)
        .Select(e => (e.Key, e.Value.Why));

    public string? Why(string file) => byFile.TryGetValue(file, out var e) ? e.Why : null;
}
