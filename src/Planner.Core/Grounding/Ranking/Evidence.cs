namespace Planner.Core.Grounding.Ranking;

/// <summary>What speaks for files: of several reasons the strongest is told, the others count a little.</summary>
internal sealed class Evidence
{
    private const double ShareOfOthers = 0.15;

    private readonly Dictionary<string, (double Best, double Sum, string Why)> byFile = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Files => byFile.Keys;

    public void Add(string file, double strength, string why)
    {
        var known = byFile.GetValueOrDefault(file);
        var isBetter = strength > known.Best;
        byFile[file] = (Math.Max(known.Best, strength), known.Sum + strength, isBetter ? why : known.Why);
    }

    public double Of(string file) =>
        byFile.TryGetValue(file, out var e) ? Math.Min(1, e.Best + (ShareOfOthers * Math.Min(1, e.Sum - e.Best))) : 0;

    public string? Why(string file) => byFile.TryGetValue(file, out var e) ? e.Why : null;
}
