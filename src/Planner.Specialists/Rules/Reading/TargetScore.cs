using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>How well a type fits what a text asks of it: by the words that it shares with name and members, the rarer the better.</summary>
internal sealed class TargetScore(Files files)
{
    private static readonly string[] LogicRoles = Lexicon.Words("reading", "logic-roles");

    private static readonly string[] DataRoles = Lexicon.Words("reading", "data-roles");

    private static readonly string[] AccessRoles = Lexicon.Words("reading", "access-roles");

    private const int AccessRule = 4;

    private const int HoldsData = 3;

    private readonly Dictionary<TypeFact, (IReadOnlySet<string> Name, List<IReadOnlySet<string>> Members)> stems = [];

    /// <summary>Nothing where no word is shared.</summary>
    public double Of(string text, TypeFact type) => Of(Words.Stems(text), type, text);

    /// <inheritdoc cref="Of(string, TypeFact)" />
    public double Of(IReadOnlySet<string> words, TypeFact type, string text)
    {
        var own = Stems(type);
        var name = Shared(own.Name, words);
        var members = own.Members.Select(m => Shared(m, words)).DefaultIfEmpty().Max();
        return (2 * name) + members + (name > 0 ? Role(type) + (IsRuleOfAccess(type, text) ? AccessRule : 0) : 0);
    }

    /// <summary>True for types that hold values and do nothing with them.</summary>
    public static bool IsData(TypeFact type) =>
        !HasRole(type, AccessRoles) && (HasRole(type, DataRoles) || !type.Members.Any(m => m.Kind == "method"));

    private static int Role(TypeFact type) =>
        (HasRole(type, LogicRoles) ? 1 : 0) - (IsData(type) ? HoldsData : 0);

    private static bool HasRole(TypeFact type, string[] roles) => roles.Any(r => type.Name.EndsWith(r, StringComparison.Ordinal));

    /// <summary>Who may do something is said in few places, which are called so.</summary>
    private static bool IsRuleOfAccess(TypeFact type, string text) =>
        Words.Any(text, "permission", "permissions", "policy", "role", "roles") && HasRole(type, AccessRoles);

    private double Shared(IReadOnlySet<string> name, IReadOnlySet<string> words) => name.Where(words.Contains).Sum(files.Rarity);

    private (IReadOnlySet<string> Name, List<IReadOnlySet<string>> Members) Stems(TypeFact type) => stems.TryGetValue(type, out var known)
        ? known
        : stems[type] = (Words.Stems(type.Name), [.. type.Members.Select(m => Words.Stems(m.Name))]);
}
