using System.Text.RegularExpressions;

namespace Planner.Core.Grounding.Naming;

/// <summary>Tells whether a ticket says of a name that the thing is to be made.</summary>
internal static partial class NewNameDetector
{
    private const string Verbs =
        "new|adds?|added|adding|creates?|created|creating|introduces?|introduced|introducing|implements?|implementing|builds?|provides?|exposes?|offers?";

    public static bool IsSaid(FoundName name) =>
        SaysNew().IsMatch(name.Line.Heading) || BeforeIt().IsMatch(name.Before) || Called().IsMatch(name.Before) || AfterIt().IsMatch(name.After);

    /// <summary>The ticket says that the thing stays as it is.</summary>
    public static bool IsKept(FoundName name) => Stays().IsMatch(name.After) || Untouched().IsMatch(name.Before);

    /// <summary>The sentence is about columns, so that a plain name is one.</summary>
    public static bool SpeaksOfColumns(FoundName name) => Column().IsMatch(name.Before) || ColumnAfter().IsMatch(name.After);

    public static bool SpeaksOfTable(FoundName name) => Table().IsMatch(name.Before) || TableAfter().IsMatch(name.After);

    public static bool SpeaksOfType(FoundName name) => TypeBefore().IsMatch(name.Before) || TypeAfter().IsMatch(name.After);

    [GeneratedRegex($@"\b(?:{Verbs}|to be (?:made|added|created))\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex SaysNew();

    // "Add a column to `orders`" makes no new `orders`: behind a preposition stands what is there already.
    [GeneratedRegex(
        $@"\b(?:{Verbs})\b(?:(?!\b(?:to|into|in|on|onto|from|against|via|using|by|of|when|if|like|as)\b)[^.;])*\z",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 500)]
    private static partial Regex BeforeIt();

    [GeneratedRegex(@"\b(?:called|named)\s+[`""'*]*\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Called();

    [GeneratedRegex(
        @"\A[`""'*)]*\s*(?:\(new\b|,?\s*(?:is|are|must be|shall be|to be|will be|should be|has to be|needs to be)\s+(?:a\s+|to be\s+)?(?:new|created|added"
            + @"|introduced|built)\b|does not exist)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex AfterIt();

    [GeneratedRegex(
        @"\A[^.;:]{0,60}\b(?:stays? as|stays? the same|(?:is|are|remains?|stays?|left) (?:unchanged|untouched)|keeps? (?:its|their)|(?:do|does|must|should"
            + @"|shall|will) not change)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Stays();

    [GeneratedRegex(
        @"\b(?:do not|don't|must not|without) (?:chang|touch|alter|modify)[a-z]*\b[^.;]{0,40}\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Untouched();

    [GeneratedRegex(@"\b(?:columns?|fields?)\b[^.;]*\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Column();

    [GeneratedRegex(@"\A[`""']*\s+(?:columns?|fields?)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ColumnAfter();

    [GeneratedRegex(@"\b(?:tables?|views?)\s+(?:called\s+|named\s+)?[`""'*]*\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Table();

    [GeneratedRegex(@"\A[`""'*]*\s+(?:\w+\s+)?(?:tables?|views?)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex TableAfter();

    [GeneratedRegex(
        @"\b(?:class|type|interface|record|enum|service|method|repository|job|handler|controller)\s+(?:called\s+|named\s+)?[`""'*]*\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex TypeBefore();

    [GeneratedRegex(@"\A[`""'*]*\s+(?:class|type|interface|record|enum|method)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex TypeAfter();
}
