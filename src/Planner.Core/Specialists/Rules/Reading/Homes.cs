using Planner.Core.Grounding;
using Planner.Core.Tickets;

namespace Planner.Core.Specialists.Rules.Reading;

/// <summary>Finds the existing type that a criterion is most likely about.</summary>
internal sealed class Homes(Brief brief)
{
    private static readonly string[] LogicRoles = ["Service", "Manager", "Handler", "Validator", "Calculator", "Policy", "Job", "Repository", "Store", "Controller", "Endpoints"];

    /// <summary>The type, or null where nothing fits. Named types win, then what serves a named endpoint; then the most shared words with name and members.</summary>
    public TypeFact? Of(AcceptanceCriterion criterion)
    {
        var named = brief.Needs.KnownTypes.Where(IsCode).ToList();
        return named.Find(t => Words.NamesType(criterion.Text, t.Name)) ?? Researched(criterion) ?? Serving() ?? Best(criterion.Text, named) ?? Ranked(criterion).FirstOrDefault() ?? named.FirstOrDefault();
    }

    /// <summary>Where else it may lie, the likeliest first.</summary>
    public IReadOnlyList<TypeFact> Others(AcceptanceCriterion criterion, TypeFact home) =>
        [.. Ranked(criterion).Where(t => t.File != home.File).DistinctBy(t => t.File).Take(MostOthers)];

    /// <summary>
    /// True where the home rests on shared words alone: nothing named it and no research confirmed it. Words that fit well make
    /// a home for something new, but never prove where a fault lies.
    /// </summary>
    public bool IsGuess(AcceptanceCriterion criterion, TypeFact home) =>
        !brief.Needs.KnownTypes.Contains(home) && home != Serving() && Researched(criterion) is null && (brief.IsDefect || Words.Overlap(home.Name, Short(criterion)) < 2 || Score(Short(criterion), home) < Sure);

    /// <summary>A concrete type where an interface was found, as the rule lives in its implementation.</summary>
    public TypeFact Implementation(TypeFact type) => type.Kind == "interface"
        ? brief.Grounding.Types.FirstOrDefault(t => t.Kind is "class" or "record" && t.Bases.Contains(type.Name, StringComparer.Ordinal) && IsCode(t)) ?? type
        : type;

    /// <summary>Two words of the type's name and one of a member, or three of its name, are no accident.</summary>
    private const int Sure = 5;

    private const int MostOthers = 2;

    /// <summary>What the likeliest file is worth beside shared words.</summary>
    private const double LikelyFile = 6;

    private string Whole(AcceptanceCriterion criterion) => brief.Consultation.Criteria.Derived ? brief.Text : Short(criterion);

    private TypeFact? Researched(AcceptanceCriterion criterion) => brief.Researched(criterion.Id) is { } note && brief.Files.Located(note.Source) is { } path
        ? brief.Grounding.Types.FirstOrDefault(t => t.File == path)
        : null;

    private static readonly string[] AccessRoles = ["Policies", "Permissions", "Roles", "Policy"];

    private const int AccessRule = 4;

    private static readonly string[] DataRoles = ["ViewModel", "Model", "Dto", "Request", "Response", "Resource", "Data", "Event"];

    private List<TypeFact> Candidates() => [.. brief.Grounding.Types.Where(t => IsCode(t) && t.Kind is not ("enum" or "interface"))];

    private static TypeFact? Best(string text, IReadOnlyList<TypeFact> types)
    {
        var scored = types.Select((t, at) => (Type: t, Score: Score(text, t), At: at)).Where(s => s.Score > 1).ToList();
        return scored.Count == 0 ? null : scored.OrderByDescending(s => s.Score).ThenBy(s => s.At).First().Type;
    }

    /// <summary>What the criterion and the summary speak of, in files that are likely to change; the rest of a long description says too much.</summary>
    private IEnumerable<TypeFact> Ranked(AcceptanceCriterion criterion)
    {
        var (brevity, whole) = (Short(criterion), Whole(criterion));
        return Candidates()
            .Select((t, at) => (Type: t, Near: Score(brevity, t), Far: Score(whole, t), At: at))
            .Where(s => s.Near > 1 || s.Far > 1)
            .OrderByDescending(s => (2 * s.Near) + s.Far + (LikelyFile * brief.Files.Score(s.Type.File)))
            .ThenBy(s => s.At)
            .Select(s => s.Type);
    }

    /// <summary>A fault that shows at an endpoint is looked for in what serves it.</summary>
    private TypeFact? Serving() => brief.IsDefect
        ? brief.Needs.KnownEndpoints.Select(e => brief.Grounding.Types.FirstOrDefault(t => t.File == e.File && IsCode(t))).FirstOrDefault(t => t is not null)
        : null;

    private string Short(AcceptanceCriterion criterion) => criterion.Text + "\n" + brief.Ticket.Title;

    private static int Score(string text, TypeFact type)
    {
        var members = type.Members.Count == 0 ? 0 : type.Members.Max(m => Words.Overlap(m.Name, text));
        var role = LogicRoles.Any(r => type.Name.EndsWith(r, StringComparison.Ordinal)) ? 1 : 0;
        var data = DataRoles.Any(r => type.Name.EndsWith(r, StringComparison.Ordinal)) ? 1 : 0;
        var name = Words.Overlap(type.Name, text);
        return (2 * name) + members + (name > 0 ? role - data + (IsRuleOfAccess(type, text) ? AccessRule : 0) : 0);
    }

    /// <summary>Who may do something is said in few places, which are called so.</summary>
    private static bool IsRuleOfAccess(TypeFact type, string text) =>
        Words.Any(text, "permission", "permissions", "policy", "role", "roles") && AccessRoles.Any(r => type.Name.EndsWith(r, StringComparison.Ordinal));

    private bool IsCode(TypeFact type) =>
        !brief.Files.IsTest(type.File) && !type.Name.EndsWith("Exception", StringComparison.Ordinal) && !type.Name.EndsWith("Options", StringComparison.Ordinal);
}
