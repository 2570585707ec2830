using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Naming;

/// <summary>
/// Judges a name that was not found: whether it names a thing of the code base at all. Ordinary words, products, values and
/// field names of messages do not.
/// </summary>
internal sealed partial class Unfound(CodebaseIndex index, NameIndex names)
{
    private static readonly string[] Foreign = ["System.", "Microsoft.", "Newtonsoft.", "Npgsql."];

    private readonly HashSet<string> endings = [.. index.Types.Select(t => IdentifierWords.Of(t.Name)).Where(w => w.Count > 1).Select(w => w[^1])];

    private readonly HashSet<string> firstSegments =
        [.. index.Endpoints.SelectMany(e => RouteMatch.Segments(e.Route).Take(1))];

    /// <summary>What it would be; null where it is no name of a thing.</summary>
    public MentionKind? Kind(FoundName name)
    {
        if (name.Line.Fence is not null)
        {
            return null;
        }

        return name.Shape switch
        {
            NameShape.Endpoint => IsEndpoint(name) ? MentionKind.Endpoint : null,
            NameShape.Path => IsPath(name) ? MentionKind.File : null,
            NameShape.Dotted => Dotted(name),
            NameShape.Pascal =>
                name.IsMarked || NewNameDetector.SpeaksOfType(name) || (EndsLikeOurs(name.Text) && !names.IsCommon(name.Text)) ? MentionKind.Type : null,
            NameShape.Snake => Snake(name),
            NameShape.Word when name.IsMarked && NewNameDetector.SpeaksOfTable(name) => MentionKind.Table,
            NameShape.Word or NameShape.Camel when name.IsMarked && NewNameDetector.SpeaksOfColumns(name) && NewNameDetector.IsSaid(name) => MentionKind.Column,
            _ => null,
        };
    }

    private static bool IsPath(FoundName name) =>
        !name.Text.Contains('{', StringComparison.Ordinal)
        && ((Ending().IsMatch(name.Text) && (name.IsMarked || name.Text.Contains('/', StringComparison.Ordinal)))
            || (name.IsMarked && name.Text.Trim('/').Count(c => c == '/') >= 2));

    private bool IsEndpoint(FoundName name)
    {
        var (method, route) = RouteMatch.Parse(name.Text);
        return method.Length > 0 || (name.IsMarked && RouteMatch.Segments(route) is [var first, _, ..] && firstSegments.Contains(first));
    }

    private MentionKind? Dotted(FoundName name)
    {
        var cut = name.Text.LastIndexOf('.');
        var owner = name.Text[..cut];
        if (names.Table(owner) is not null || (name.IsMarked && NameFinder.ShapeOf(owner) == NameShape.Snake))
        {
            return MentionKind.Column;
        }

        if (names.Types(owner).Count > 0)
        {
            return MentionKind.Member;
        }

        var isOurs = name.IsMarked && char.IsUpper(name.Text[0]) && char.IsUpper(name.Text[cut + 1])
            && !Foreign.Any(f => name.Text.StartsWith(f, StringComparison.Ordinal));
        return isOurs ? MentionKind.Type : null;
    }

    private static MentionKind? Snake(FoundName name)
    {
        if (NewNameDetector.SpeaksOfTable(name))
        {
            return MentionKind.Table;
        }

        if (NewNameDetector.SpeaksOfColumns(name))
        {
            return MentionKind.Column;
        }

        return Value().IsMatch(name.Before) ? null : MentionKind.Unknown;
    }

    private bool EndsLikeOurs(string name) => IdentifierWords.Of(name) is [_, .., var last] && endings.Contains(last);

    [GeneratedRegex(
        @"\b(?:codes?|status(?:es)?|values?|one of|states?|errors?|events?|flags?|topics?|queues?|headers?|claims?|scopes?|settings?|keys?|variables?|labels?"
            + @"|metrics?|reasons?)\b[^.;]*\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Value();

    [GeneratedRegex(@"\.[A-Za-z][A-Za-z0-9]{0,6}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Ending();
}
