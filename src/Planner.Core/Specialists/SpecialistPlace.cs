using System.Text.RegularExpressions;

namespace Planner.Core.Specialists;

/// <summary>Reads from front matter what part a specialist plays: role, page, phase and owner. Each may be left out.</summary>
internal static partial class SpecialistPlace
{
    public static SpecialistRole Role(string? role, Func<string, Exception> wrong) => Choice(role, SpecialistRole.Other, "role", wrong);

    public static WorkPhase Phase(string? phase, Func<string, Exception> wrong) => Choice(phase, WorkPhase.Quality, "phase", wrong);

    public static string? Page(string? page, Func<string, Exception> wrong) => page is null || PageShape().IsMatch(page)
        ? page
        : throw wrong($"'{page}' is no page; give the name of a Markdown page of the plan, like 'SCHEMA_CHANGES.md'");

    public static string Owner(string? owner, Func<string, Exception> wrong) => owner is null || OwnerShape().IsMatch(owner)
        ? owner ?? SpecialistDefinition.AnyOwner
        : throw wrong("the owner is no name of a job; write one line of at most 60 letters, digits, spaces and hyphens, like 'Database engineer'");

    private static T Choice<T>(string? text, T none, string field, Func<string, Exception> wrong)
        where T : struct, Enum
    {
        var known = Enum.GetValues<T>().ToDictionary(v => v.ToString().ToLowerInvariant(), v => v, StringComparer.Ordinal);
        return text is null ? none
            : known.TryGetValue(text, out var value) ? value
            : throw wrong($"the {field} '{text}' is unknown; use one of {string.Join(", ", known.Keys)}, or leave it out");
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,59}\.md\z", RegexOptions.NonBacktracking)]
    private static partial Regex PageShape();

    [GeneratedRegex(@"\A[\p{L}\p{Nd}][\p{L}\p{Nd} -]{0,59}\z", RegexOptions.NonBacktracking)]
    private static partial Regex OwnerShape();
}
