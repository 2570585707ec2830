using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Sentences made shorter by leaving out whole clauses, so that what is left still says something.</summary>
internal static class Clauses
{
    /// <summary>
    /// The text where it is short enough; else the clause that begins with "then", or the first one, with as many of its
    /// neighbours as fit. A single clause stays whole, however long.
    /// </summary>
    public static string Of(string text, int length = 160)
    {
        var line = Words.Short(text, int.MaxValue);
        if (line.Length <= length)
        {
            return line;
        }

        var starts = Starts(line);
        var from = Math.Max(0, starts.FindIndex(s => line.AsSpan(s).StartsWith("then ", StringComparison.OrdinalIgnoreCase)));
        var to = from + 1;
        while (to < starts.Count && End(line, starts, to + 1) - starts[from] <= length)
        {
            to++;
        }

        while (from > 0 && End(line, starts, to) - starts[from - 1] <= length)
        {
            from--;
        }

        return line[starts[from]..End(line, starts, to)].TrimEnd(',', ';', ' ');
    }

    private static int End(string line, List<int> starts, int clause) => clause < starts.Count ? starts[clause] : line.Length;

    /// <summary>Where clauses begin: behind a comma or semicolon that stands in no code span and no bracket.</summary>
    private static List<int> Starts(string line)
    {
        var starts = new List<int> { 0 };
        var (code, depth) = (false, 0);
        for (var i = 0; i < line.Length - 1; i++)
        {
            code ^= line[i] == '`';
            depth = Math.Max(0, depth + (line[i] is '(' or '[' ? 1 : line[i] is ')' or ']' ? -1 : 0));
            if (line[i] is ',' or ';' && line[i + 1] == ' ' && !code && depth == 0)
            {
                starts.Add(i + 2);
            }
        }

        return starts;
    }
}
