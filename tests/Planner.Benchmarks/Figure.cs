using System.Globalization;

namespace Planner.Benchmarks;

/// <summary>One line of output: <c>name: value unit</c>.</summary>
internal static class Figure
{
    public static void Print(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {Math.Round(value, value < 100 ? 2 : 0)} {unit}"));

    /// <summary>The value below which a share of the sorted samples lies.</summary>
    public static double Percentile(IReadOnlyList<double> samples, double share)
    {
        var sorted = samples.Order().ToArray();
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
