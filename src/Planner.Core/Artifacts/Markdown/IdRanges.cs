using System.Globalization;

namespace Planner.Core.Artifacts.Markdown;

/// <summary>Ids in short: three or more that follow each other become "AC1 to AC4".</summary>
internal static class IdRanges
{
    private const int Shortest = 3;

    public static IEnumerable<string> Of(IEnumerable<string> ids)
    {
        var run = new List<string>();
        foreach (var id in ids)
        {
            if (run.Count > 0 && !Follows(run[^1], id))
            {
                foreach (var part in Said(run))
                {
                    yield return part;
                }

                run.Clear();
            }

            run.Add(id);
        }

        foreach (var part in Said(run))
        {
            yield return part;
        }
    }

    private static IEnumerable<string> Said(List<string> run) => run.Count >= Shortest ? [$"{run[0]} to {run[^1]}"] : run;

    private static bool Follows(string id, string next) =>
        Prefix(id) == Prefix(next) && long.TryParse(id.AsSpan(Prefix(id).Length), NumberStyles.None, CultureInfo.InvariantCulture, out var one)
        && long.TryParse(next.AsSpan(Prefix(next).Length), NumberStyles.None, CultureInfo.InvariantCulture, out var other) && other == one + 1;

    private static string Prefix(string id) => id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
}
