using System.Runtime.CompilerServices;
using Planner.Core.Grounding.Facts;
using Planner.Core.Specialists;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>Who does a piece of work: the owner in CODEOWNERS, else who changed the files most in the last year, else a role.</summary>
internal static class Ownership
{
    /// <summary>Marks an owner whom nobody named and the repository's history tells.</summary>
    public const string ByHistory = " (by history)";

    // Patterns are read once for a grounding, not for each file of each task.
    private static readonly ConditionalWeakTable<Conventions, CodeOwnership> Read = [];

    private static readonly Dictionary<string, string> Owners = SpecialistLibrary.BuiltIn().ToDictionary(d => d.Name, d => d.Owner, StringComparer.Ordinal);

    public static string Of(RuleContext brief, string specialist, IReadOnlyList<string> paths) =>
        Named(brief.Grounding, paths) ?? Role(brief, specialist);

    public static string Of(TicketGrounding grounding, SpecialistDefinition specialist, IReadOnlyList<string> paths) =>
        Named(grounding, paths) ?? specialist.Owner;

    private static string? Named(TicketGrounding grounding, IReadOnlyList<string> paths) =>
        paths.Select(p => Owner(grounding, p)).FirstOrDefault(o => o is not null) ?? Keeper(grounding, paths);

    private static string Role(RuleContext brief, string specialist) =>
        brief.Consultation.Definition is { } own && own.Name == specialist ? own.Owner : Role(specialist);

    /// <summary>Who does the work of a built-in specialist where nobody is named.</summary>
    public static string Role(string specialist) => Owners.GetValueOrDefault(specialist, SpecialistDefinition.AnyOwner);

    /// <summary>Who made most of the year's changes of all the files together; of equals the first by the files' order.</summary>
    private static string? Keeper(TicketGrounding grounding, IReadOnlyList<string> paths) => paths
        .Select(p => grounding.History.Keepers.FirstOrDefault(k => k.Path == p)).OfType<FileKeeper>()
        .GroupBy(k => k.Name, StringComparer.Ordinal)
        .OrderByDescending(g => g.Sum(k => k.Changes))
        .FirstOrDefault() is { } most ? most.Key + ByHistory : null;

    /// <summary>Owners told by an address are redacted and name nobody.</summary>
    private static string? Owner(TicketGrounding grounding, string path)
    {
        var owned = Read.GetValue(grounding.Conventions, found => new CodeOwnership(found.Owners));
        var named = owned.Of(path).Where(o => o.StartsWith('@')).ToList();
        return named.Count > 0 ? string.Join(", ", named) : null;
    }
}
