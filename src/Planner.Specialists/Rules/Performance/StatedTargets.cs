using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Performance;

/// <summary>The figures of a sentence that bounds a time: limit, percentile, load and what it is today.</summary>
internal static partial class StatedTargets
{
    /// <summary>The target of one subject; of several times in the sentence the first one behind its name counts.</summary>
    public static PerformanceTarget Of(string sentence, string subject, RuleContext brief)
    {
        var named = Math.Max(0, sentence.IndexOf(subject, StringComparison.OrdinalIgnoreCase));
        var times = Time().Matches(sentence).Where(m => !m.Groups["today"].Success).ToList();
        var limit = times.Find(m => m.Index > named) ?? times.FirstOrDefault();
        return new(subject, limit is null ? null : (limit.Groups["time"].Value + limit.Groups["more"].Value).Trim())
        {
            Percentile = Percentile().Match(sentence) is { Success: true } p ? p.Value : null,
            Load = Figures.RateIn(sentence),
            Today = Time().Matches(sentence).Where(m => m.Groups["today"].Success && m.Index > named).Select(m => m.Groups["time"].Value).FirstOrDefault(),
            Source = Watching.Source(subject, brief),
        };
    }

    [GeneratedRegex(
        @"\b(?<time>[0-9][0-9.,]* ?(ms|milliseconds?|s|secs?|seconds?|min|minutes?|hours?))\b((?<today> (today|now|at present))|(?<more> (more"
            + @"|longer) than (today|now|before|at present)))?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(
        @"\bp[0-9]{2,3}\b|\b[0-9]{2}(\.[0-9])?(th)? percentile\b|\bmedian\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Percentile();
}
