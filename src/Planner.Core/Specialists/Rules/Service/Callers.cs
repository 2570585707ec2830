using Planner.Core.Grounding;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Service;

/// <summary>Who calls a type, directly or through its interfaces.</summary>
internal static class Callers
{
    public static IReadOnlyList<string> Of(TypeFact type, Brief brief) =>
        [.. brief.Grounding.Types
            .Where(t => t.Name != type.Name && !t.Name.EndsWith("Registration", StringComparison.Ordinal) && !t.Name.EndsWith("Extensions", StringComparison.Ordinal) && t.Name != "Program" && !brief.Files.IsTest(t.File) && (t.Uses.Contains(type.Name, StringComparer.Ordinal) || type.Bases.Any(b => IsOwn(b, brief) && t.Uses.Contains(b, StringComparer.Ordinal))))
            .Select(t => t.Name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    private static bool IsOwn(string name, Brief brief) => brief.Grounding.Types.Any(t => t.Name == name && t.Kind == "interface");
}
