using System.Globalization;
using System.Text.RegularExpressions;
using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What is watched in production: each row has a threshold that follows from a stated figure, and a source that was found or is asked for.</summary>
internal static partial class MonitoringSection
{
    private const double Warning = 0.9;

    public static void Write(MarkdownPage page, PerformanceDesign design)
    {
        var rows = design.Targets.Where(t => t.Limit is not null).Select(Row).Concat(design.HotPaths.Select(Row)).ToList();
        if (rows.Count > 0)
        {
            page.Heading(2, $"Monitoring").Table(["Watched", "Warning", "Alarm", "Source"], rows);
        }
    }

    /// <summary>Nine tenths of a time, in its own unit and words; the time itself where it holds no figure.</summary>
    public static string NineTenths(string limit)
    {
        var figure = Figure().Match(limit);
        return figure.Success && double.TryParse(
            figure.Value.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number)
            ? (number * Warning).ToString("0.##", CultureInfo.InvariantCulture) + limit[figure.Length..]
            : limit;
    }

    private static Md[] Row(PerformanceTarget target) =>
    [
        target.Percentile is { } percentile
            ? Md.Of($"{percentile} of {Md.Code(target.Subject)}")
            : Md.Of($"the longest {(target.IsEndpoint ? "call" : "run")} of {Md.Code(target.Subject)}"),
        Md.Of($"above {NineTenths(target.Limit!)}"), Md.Of($"above {target.Limit}"),
        target.Source is { } source ? Md.Code(source) : Md.Of($"none in the repository{(target.SourceQuestion is { } id ? ": " + id : "")}"),
    ];

    private static Md[] Row(HotPath path) => path.Table is null
        ? [
            Md.Of($"rows in one answer of {Md.Code(path.Subject)}"),
            Md.Of($"–"),
            Md.Of($"more than {(path.Question is null ? "its bound" : "the bound of " + path.Question)}"),
            Md.Of($"its own log line, to be written by the handler"),
        ]
        : [
            Md.Of($"whole reads of {Md.Code(path.Table)}"),
            Md.Of($"–"),
            Md.Of($"more a day than in the week before the release"),
            Md.Of($"the database's statistics of the table"),
        ];

    [GeneratedRegex(@"\A[0-9][0-9.,]*", RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
