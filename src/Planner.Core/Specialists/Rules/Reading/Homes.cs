using Planner.Core.Grounding;
using Planner.Core.Tickets;

namespace Planner.Core.Specialists.Rules.Reading;

/// <summary>Finds the existing type that a criterion is most likely about.</summary>
internal sealed class Homes(Brief brief)
{
    private static readonly string[] LogicRoles = ["Service", "Manager", "Handler", "Validator", "Calculator", "Policy", "Job", "Repository", "Store", "Controller", "Endpoints"];

    /// <summary>The type, or null where nothing fits. Named types win; then the most shared words with name and members.</summary>
    public TypeFact? Of(AcceptanceCriterion criterion)
    {
        var named = brief.Needs.KnownTypes.Where(IsCode).ToList();
        return named.Find(t => Words.NamesType(criterion.Text, t.Name)) ?? Researched(criterion) ?? Best(criterion.Text, named) ?? Best(Whole(criterion), Candidates()) ?? named.FirstOrDefault();
    }

    /// <summary>True where the home rests on few shared words alone: nothing named it and no research confirmed it.</summary>
    public bool IsGuess(AcceptanceCriterion criterion, TypeFact home) =>
        !brief.Needs.KnownTypes.Contains(home) && Researched(criterion) is null && Score(Whole(criterion), home) < Sure;

    /// <summary>A concrete type where an interface was found, as the rule lives in its implementation.</summary>
    public TypeFact Implementation(TypeFact type) => type.Kind == "interface"
        ? brief.Grounding.Types.FirstOrDefault(t => t.Kind is "class" or "record" && t.Bases.Contains(type.Name, StringComparer.Ordinal) && IsCode(t)) ?? type
        : type;

    /// <summary>Two words of the type's name and one of a member, or three of its name, are no accident.</summary>
    private const int Sure = 5;

    private string Whole(AcceptanceCriterion criterion) => brief.Consultation.Criteria.Derived ? brief.Text : criterion.Text + "\n" + brief.Ticket.Summary;

    private TypeFact? Researched(AcceptanceCriterion criterion) => brief.Researched(criterion.Id) is { } note && brief.Files.Located(note.Source) is { } path
        ? brief.Grounding.Types.FirstOrDefault(t => t.File == path)
        : null;

    private List<TypeFact> Candidates() => [.. brief.Grounding.Types.Where(t => IsCode(t) && t.Kind is not ("enum" or "interface"))];

    private static TypeFact? Best(string text, IReadOnlyList<TypeFact> types)
    {
        var scored = types.Select((t, at) => (Type: t, Score: Score(text, t), At: at)).Where(s => s.Score > 1).ToList();
        return scored.Count == 0 ? null : scored.OrderByDescending(s => s.Score).ThenBy(s => s.At).First().Type;
    }

    private static int Score(string text, TypeFact type)
    {
        var members = type.Members.Count == 0 ? 0 : type.Members.Max(m => Words.Overlap(m.Name, text));
        var role = LogicRoles.Any(r => type.Name.EndsWith(r, StringComparison.Ordinal)) ? 1 : 0;
        var name = Words.Overlap(type.Name, text);
        return (2 * name) + members + (name > 0 ? role : 0);
    }

    private bool IsCode(TypeFact type) =>
        !brief.Files.IsTest(type.File) && !type.Name.EndsWith("Exception", StringComparison.Ordinal) && !type.Name.EndsWith("Options", StringComparison.Ordinal);
}
