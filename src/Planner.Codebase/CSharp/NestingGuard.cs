using System.Buffers;

namespace Planner.Codebase.CSharp;

/// <summary>
/// Refuses code that could overflow the stack. Parts of Roslyn's lexer and parser (tuples, type arguments, holes of interpolated
/// strings, #if) recurse without a guard, and a stack overflow ends the process. Nesting is never deeper than there are
/// openings, and what can hide in comments and strings cannot hide from that count.
/// </summary>
internal static class NestingGuard
{
    /// <summary>Enough for this many levels, with a wide margin; only what is used of it is ever real memory.</summary>
    public const int StackBytes = 256 * 1024 * 1024;

    /// <summary>A megabyte of ordinary code has about half as many.</summary>
    private const int MostOpenings = 80_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("([{<!)]}>;=");

    /// <summary>Real code stays under 100; from about 1,000 on the parser's time grows with the square of it.</summary>
    private const int DeepestExpression = 1_000;

    public static bool Refuses(ReadOnlySpan<char> text)
    {
        var (found, depth) = (0, 0);
        while (text.IndexOfAny(Marks) is >= 0 and var at)
        {
            var mark = text[at];
            text = text[(at + 1)..];
            found += mark is '(' or '[' or '{' or '<' or '!' ? 1 : 0;
            depth = mark switch
            {
                '(' or '[' or '<' or '!' => depth + 1,
                ')' or ']' or '>' => Math.Max(0, depth - 1),
                _ => 0,
            };
            if (depth > DeepestExpression || found > MostOpenings)
            {
                return true;
            }
        }

        return false;
    }
}
