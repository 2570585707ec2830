using System.Text.RegularExpressions;
using Planner.Core.Text.Words;

namespace Planner.Core.Opinions.Guarding.Writing;

/// <summary>
/// A model leads nowhere that ticket and code base do not lead to: of links and images in Markdown the text stays, definitions of
/// links go, and bare addresses are left out. An address that stands in the ticket or the code base stays where it is the same, sign
/// by sign, since one that differs can carry something away.
/// </summary>
internal sealed partial class LinkRule : IWritingRule
{
    private const string Instead = "(link left out)";
    private const string Link = "a link that neither the ticket nor the code base has";
    private const string Image = "an image";

    private static readonly Regex Address = new(
        @"(?:(?<![\w])[a-z][a-z0-9+.-]{0,30}:[/\\]{2,}|(?<![\w])(?:https?|ftps?|file):[/\\]+|(?<![\w.-])www\."
        + @"|(?<![\w])(?:javascript|vbscript|blob):(?=\S)|(?<![\w])data:(?=(?:image|text|application|font|audio|video)/)|(?<![\w])mailto:(?=\S)"
        + $@"|(?<![\w./@\\-])(?-i:{Hosts("a-z", d => d)}|{Hosts("A-Z", d => d.ToUpperInvariant())})(?::[0-9]{{1,5}})?[/?](?=\S)"
        + $@"|(?<![\w:/])//(?-i:{Hosts("a-z", d => d)}|{Hosts("A-Z", d => d.ToUpperInvariant())})\b"
        + @"|(?<![\w\\:])\\\\[a-z0-9.-]+(?:\\[^\s\\<>""'`|]+)+"
        + @"|(?<![\w./-])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?::[0-9]{1,5})?/(?=\S))(?:\(redacted [0-9a-f]{6}\)|[^\s<>""'`|\\^{}\[\]])*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public string Clean(string text, KnownWriting known, Action<string> takenOut)
    {
        if (!MayLead(text))
        {
            return text;
        }

        var cleaned = Images().Replace(text, m => Shown(m, Image));
        cleaned = Links().Replace(cleaned, m => Shown(m, Link));
        cleaned = Definitions().Replace(cleaned, m => Leads(m.Groups["target"].Value) && !IsKnown(m.Groups["target"].Value) ? Gone("", Link) : m.Value);
        return Address.Replace(cleaned, m => IsKnown(m.Value) ? m.Value : Gone(Instead + After(m.Value), Link));

        string Shown(Match match, string what) => Leads(match.Groups["target"].Value) && !IsKnown(match.Groups["target"].Value)
            ? Gone(match.Groups["text"].Value, what)
            : match.Value;

        string Gone(string instead, string what)
        {
            takenOut(what);
            return instead;
        }

        bool IsKnown(string address) => known.Links.Contains(Bare(address));
    }

    /// <summary>Addresses as they stand in a text, without the marks of its sentences.</summary>
    public static IEnumerable<string> In(string text) => Address.Matches(text).Select(m => Bare(m.Value));

    private static bool MayLead(string text) =>
        text.AsSpan().IndexOfAny(":/\\") >= 0 || text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is no address of its own stays within the folder of the text, where nobody else listens.</summary>
    private static bool Leads(string target) => target.StartsWith("//", StringComparison.Ordinal) || target.StartsWith(@"\\", StringComparison.Ordinal)
        || Address.IsMatch(target);

    /// <summary>Names of hosts in one case: as a type, Foo.Net is none.</summary>
    private static string Hosts(string letters, Func<string, string> cased) =>
        $@"(?:[{letters}0-9-]{{1,63}}\.){{1,8}}(?:{string.Join('|', Vocabulary.Words("writing", "top-domains").Select(cased))})";

    private static string Bare(string address) => address.TrimEnd('.', ',', ';', ':', '!', '?', ')', '*', '_');

    private static string After(string address) => address[Bare(address).Length..];

    [GeneratedRegex(@"!\[(?<text>[^\[\]]*)\]\(\s*<?(?<target>(?:\(redacted [0-9a-f]{6}\)|\([^()\s]*\)|[^()\s<>])*)>?[^()\n]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Images();

    [GeneratedRegex(@"\[(?<text>[^\[\]]*)\]\(\s*<?(?<target>(?:\(redacted [0-9a-f]{6}\)|\([^()\s]*\)|[^()\s<>])*)>?[^()\n]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?m)^[ \t>-]*\[[^\[\]\n]+\]:[ \t]*<?(?<target>[^\s<>]+)>?[^\n]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Definitions();
}
