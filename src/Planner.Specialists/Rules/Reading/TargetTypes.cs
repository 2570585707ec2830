using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Finds the existing type that a criterion is most likely about.</summary>
internal sealed class TargetTypes(TicketFacts brief)
{
    /// <summary>Two words of the type's name and one of a member, or three of its name, are no accident.</summary>
    private const int Sure = 5;

    private const int MostOthers = 2;

    /// <summary>What the likeliest file is worth beside shared words.</summary>
    private const double LikelyFile = 30;

    /// <summary>What it is worth that the ticket names the type.</summary>
    private const double IsNamed = 4;

    /// <summary>What it is worth that all other criteria are about the same file: what a ticket asks for lies close together.</summary>
    private const double Gravity = 10;

    private static readonly string[] Parts = Lexicon.Words("reading", "parts");

    private readonly TargetScore score = new(brief.Files);

    private readonly Dictionary<string, IReadOnlyList<TypeFact>> ranked = new(StringComparer.Ordinal);

    private Dictionary<string, double>? pull;

    /// <summary>
    /// The type, or null where nothing fits. Named types win, then what serves a named endpoint; then the most shared words with
    /// name and members.
    /// </summary>
    public TypeFact? Of(AcceptanceCriterion criterion) =>
        Named(criterion) ?? Researched(criterion) ?? Serving() ?? Operating(criterion) ?? Likeliest(criterion) ?? brief.Needs.KnownTypes.FirstOrDefault(IsCode);

    /// <summary>The type that the criterion names, or null. Types that only hold values are merely spoken of, unless it asks for a part of them.</summary>
    public TypeFact? Named(AcceptanceCriterion criterion) => brief.Needs.KnownTypes.FirstOrDefault(t =>
        IsCode(t) && t.Kind is not "enum" && Words.NamesType(criterion.Text, t.Name) && (!TargetScore.IsData(t) || Words.Any(criterion.Text, Parts)));

    /// <summary>Where else it may lie, the likeliest first.</summary>
    public IReadOnlyList<TypeFact> Others(AcceptanceCriterion criterion, TypeFact home) =>
        [.. Ranked(criterion).Where(t => t.File != home.File).DistinctBy(t => t.File).Take(MostOthers)];

    /// <summary>
    /// True where the home rests on shared words alone: nothing named it and no research confirmed it. Words that fit well make
    /// a home for something new, but never prove where a fault lies.
    /// </summary>
    public bool IsGuess(AcceptanceCriterion criterion, TypeFact home) =>
        !brief.Needs.KnownTypes.Contains(home) && home != Serving() && home != Operating(criterion) && Researched(criterion) is null
        && (brief.IsDefect || Words.Overlap(home.Name, Short(criterion)) < 2 || score.Of(Short(criterion), home) < Sure);

    /// <summary>A concrete type where an interface was found, as the rule lives in its implementation.</summary>
    public TypeFact Implementation(TypeFact type) => type.Kind == "interface"
        ? brief.Grounding.Types.FirstOrDefault(t => t.Kind is "class" or "record" && t.Bases.Contains(type.Name, StringComparer.Ordinal) && IsCode(t)) ?? type
        : type;

    private TypeFact? Researched(AcceptanceCriterion criterion) => brief.Researched(criterion.Id) is { } note && brief.Files.Located(note.Source) is { } path
        ? brief.Grounding.Types.FirstOrDefault(t => t.File == path)
        : null;

    /// <summary>A fault that shows at an endpoint is looked for in what serves it.</summary>
    private TypeFact? Serving() => brief.IsDefect
        ? brief.Needs.KnownEndpoints.Select(e => brief.Grounding.Types.FirstOrDefault(t => t.File == e.File && IsCode(t))).FirstOrDefault(t => t is not null)
        : null;

    private TypeFact? Likeliest(AcceptanceCriterion criterion) => Ranked(criterion) is [var first, ..] ? first : null;

    /// <summary>A rule of an operation that the ticket asks for goes where that operation goes.</summary>
    private TypeFact? Operating(AcceptanceCriterion criterion) => brief.IsDefect
        ? null
        : brief.Needs.Endpoints.Where(e => AskedOperations.Speaks(criterion.Text, e))
            .Select(e => Siblings.File(e, brief))
            .Select(f => brief.Grounding.Types.FirstOrDefault(t => t.File == f && IsCode(t)))
            .FirstOrDefault(t => t is not null);

    /// <summary>What the criterion and the summary speak of, in files that are likely to change; the rest of a long description says too much.</summary>
    private IReadOnlyList<TypeFact> Ranked(AcceptanceCriterion criterion) => ranked.TryGetValue(criterion.Id, out var known)
        ? known
        : ranked[criterion.Id] = [.. Scored(criterion).OrderByDescending(s => s.Score + (Gravity * Pull(s.Type.File))).ThenBy(s => s.At).Select(s => s.Type)];

    private List<(TypeFact Type, double Score, int At)> Scored(AcceptanceCriterion criterion)
    {
        var (brevity, whole) = (Short(criterion), brief.IsDerived ? brief.Text : Short(criterion));
        var (near, far) = (Words.Stems(brevity), Words.Stems(whole));
        return [.. brief.Grounding.Types
            .Where(t => IsCode(t) && t.Kind is not ("enum" or "interface"))
            .Select((t, at) => (Type: t, Near: score.Of(near, t, brevity), Far: score.Of(far, t, whole), At: at))
            .Where(s => s.Near > 1 || s.Far > 1)
            .Select(s =>
                (s.Type, (2 * s.Near) + s.Far + (LikelyFile * brief.Files.Score(s.Type.File)) + (brief.Needs.KnownTypes.Contains(s.Type)
                    ? IsNamed
                    : 0), s.At))];
    }

    private double Pull(string file) => (pull ??= Pulls()).GetValueOrDefault(file);

    /// <summary>By file: the share of the criteria that are likeliest about it.</summary>
    private Dictionary<string, double> Pulls() => brief.Criteria
        .Select(c => Scored(c) is { Count: > 0 } all ? all.OrderByDescending(s => s.Score).ThenBy(s => s.At).First().Type.File : "")
        .GroupBy(f => f, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Key.Length == 0 ? 0 : (double)g.Count() / brief.Criteria.Count, StringComparer.Ordinal);

    private string Short(AcceptanceCriterion criterion) => criterion.Text + "\n" + brief.Ticket.Title;

    private bool IsCode(TypeFact type) =>
        !brief.Files.IsTest(type.File)
            && !type.Name.EndsWith("Exception", StringComparison.Ordinal)
            && !type.Name.EndsWith("Options", StringComparison.Ordinal);
}
