using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>
/// Which call to the outside a ticket wants. A name alone proves nothing: a <c>SubscriberWebhookProvider</c> is called after the
/// thing that it tells of, so every ticket about subscribers shares a word with it. It takes a type that leaves the process, and
/// a ticket that names it or asks for something to be sent.
/// </summary>
internal static class OutsideCalls
{
    private static readonly string[] Roles = Lexicon.Words("choices", "roles");

    /// <summary>Stems of what is done to another system, not to the own store.</summary>
    private static readonly string[] Verbs = Lexicon.Words("choices", "verbs");

    public static TypeFact? Wanted(TicketContext brief)
    {
        var writes = brief.Needs.Tables.Count > 0 || brief.Needs.Endpoints.Any(e => e.Method is not ("GET" or "HEAD"));
        return writes
            ? brief.Grounding.Types
                .Where(t => Roles.Any(r => t.Name.EndsWith(r, StringComparison.Ordinal)) && Concept(t).Length > 0 && !brief.Files.IsTest(t.File))
                .Where(t => Leaves(t, brief) && (IsNamed(t, brief) || brief.Criteria.Any(c => Words.Overlap(Concept(t), c.Text) > 0 && Sends(c.Text))))
                .OrderByDescending(t => Words.Names(brief.Text, t.Name)).ThenBy(t => t.Kind == "interface" ? 0 : 1).FirstOrDefault()
            : null;
    }

    /// <summary>What it is about, without its role.</summary>
    public static string Concept(TypeFact type) =>
        string.Join(' ', Words.Split(Bare(type)).Where(w => w.Length > 1 && !Roles.Contains(w, StringComparer.OrdinalIgnoreCase) && w != "http"));

    private static bool IsNamed(TypeFact type, TicketContext brief) =>
        Words.Names(brief.Text, type.Name) || Words.Names(brief.Text, string.Join(' ', Words.Split(Bare(type))));

    private static bool Sends(string text) => Words.Stems(text) is var stems && Array.Exists(Verbs, stems.Contains);

    /// <summary>
    /// It mentions a client or socket itself, or what it is, what implements it or what it uses does; an interface that nobody
    /// implements here comes from a package.
    /// </summary>
    private static bool Leaves(TypeFact type, TicketContext brief)
    {
        var implementing = brief.Grounding.Types.Where(t => t.Bases.Contains(type.Name, StringComparer.Ordinal) && !brief.Files.IsTest(t.File)).ToList();
        var near = type.Bases.Concat(type.Uses).ToHashSet(StringComparer.Ordinal);
        return (type.Kind == "interface" && implementing.Count == 0)
            || implementing.Append(type)
                .Concat(brief.Grounding.Types.Where(t => near.Contains(t.Name) && !brief.Files.IsTest(t.File)))
                .Any(t => t.Reaches.Count > 0);
    }

    private static string Bare(TypeFact type) =>
        type.Kind == "interface" && type.Name is ['I', var second, ..] && char.IsUpper(second) ? type.Name[1..] : type.Name;
}
