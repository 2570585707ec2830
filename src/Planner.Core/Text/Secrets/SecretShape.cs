using System.Buffers;
using System.Text.RegularExpressions;

namespace Planner.Core.Text.Secrets;

/// <summary>Ways in which secrets are written that share what tells them: the group <c>secret</c> is what is taken out, where it looks like one.</summary>
/// <param name="hints">Nothing matches without one of these; nearly all texts hold none, and looking for them is quick.</param>
/// <param name="patterns">What is looked for then, made at its first use, and whether what stands there is a secret.</param>
internal sealed class SecretShape(string[] hints, params (Func<Regex> Pattern, Func<string, bool> LooksSecret)[] patterns)
{
    private readonly SearchValues<string> hints = SearchValues.Create(hints, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<Place> In(string text) =>
        text.AsSpan().IndexOfAny(hints) < 0 ? [] : patterns.SelectMany(p => In(text, p.Pattern(), p.LooksSecret));

    private static IEnumerable<Place> In(string text, Regex pattern, Func<string, bool> looksSecret)
    {
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            var secret = match.Groups["secret"];
            if (!match.Groups["call"].Success && looksSecret(secret.Value))
            {
                yield return new Place(secret.Index, secret.Length);
            }
        }
    }
}
